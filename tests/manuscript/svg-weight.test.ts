import {describe, expect, test} from 'vitest'
import {inspectSvg} from '../../scripts/manuscript/svg.ts'

const judge = (content: string) => inspectSvg(new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">${content}</svg>`))
const times = (count: number, one: (index: number) => string) => Array.from({length: count}, (_, index) => one(index)).join('')
/** Levels of which each holds the one below it some times. */
const tower = (levels: number, first: string, level: (number: number) => string) => first + times(levels, index => level(index + 1))
const rect = '<rect width="5" height="5"/>'
const uses = (levels: number, breadth: number) => `<defs>${tower(levels, `<g id="l0">${rect}</g>`, number => `<g id="l${number}">${times(breadth, () => `<use xlink:href="#l${number - 1}"/>`)}</g>`)}</defs><use href="#l${levels}"/>`
const painted = (element: string, attribute: string, levels: number, breadth: number) => `<defs>${tower(levels, `<${element} id="l0">${rect}</${element}>`, number => `<${element} id="l${number}">${times(breadth, () => `<rect ${attribute.replace('#', `#l${number - 1}`)}/>`)}</${element}>`)}</defs><rect ${attribute.replace('#', `#l${levels}`)}/>`

describe('a drawing that copies too much', () => {
  const many = /references copy more than 60,000 elements/
  const long = /more than 16 references lead on/
  test.each([
    ['copies in copies', uses(8, 10), many],
    ['patterns in patterns', painted('pattern', 'fill="url(#)"', 6, 10), many],
    ['masks in masks', painted('mask', 'mask="url(#)"', 6, 10), many],
    ['masks named in style attributes', painted('mask', 'style="color:red; mask : url( \'#\' )"', 6, 10), many],
    ['escaped names', painted('mask', 'style="mask:\\75rl(#)"', 6, 10), many],
    ['markers', painted('marker', 'marker-mid="url(#)"', 6, 10), many],
    ['filters that draw', tower(6, `<g id="l0">${rect}</g>`, number => `<filter id="f${number}">${times(10, () => `<feImage href="#l${number - 1}"/>`)}</filter><g id="l${number}"><rect filter="url(#f${number})"/></g>`), many],
    ['style sheets', `<style>${times(6, number => `.a${number + 1} > rect { mask: url(#l${number}) }`)}</style>${tower(6, `<mask id="l0">${rect}</mask>`, number => `<mask id="l${number}">${times(10, () => `<rect class="a${number}"/>`)}</mask>`)}`, many],
    ['style sheets with a selector that names nothing', `<style>:nth-child(n){fill:url(#p)}</style><pattern id="p">${times(400, () => rect)}</pattern>${times(400, () => rect)}`, many],
    ['an inherited pattern', tower(6, `<pattern id="l0">${rect}</pattern>`, number => `<pattern id="l${number}"><g fill="url(#l${number - 1})">${times(10, () => rect)}</g></pattern>`), many],
    ['a long row of copies', uses(20, 1), long],
    ['a long row of patterns', painted('pattern', 'fill="url(#)"', 20, 1), long],
    ['a long row from its far end', times(40, index => `<g id="l${index}"><use href="#l${index - 1}"/></g>`), long],
    ['a copy of itself', '<g id="a"><use href="#a"/></g>', /`a` draws itself/],
    ['a copy of itself by a detour', '<g id="a"><use href="#b"/></g><g id="b"><rect mask="url(#a)"/></g>', /`[ab]` draws itself/],
    ['a pattern of itself', '<pattern id="p"><rect fill="url(#p)"/></pattern>', /`p` draws itself/],
    ['an address in a custom property', '<style>*{--m: url(#m)} rect{mask:var(--m)}</style>', /custom property/],
    ['an address in a custom property of an element', '<g style="--m: url(#m)"><rect mask="var(--m)"/></g>', /custom property/]
  ])('%s', (_, content, actual) => {
    const start = performance.now()
    const found = judge(content)
    expect(found.fault === undefined ? found : found.actual).toMatch(actual)
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})

describe('a drawing of a usual weight', () => {
  test.each([
    ['a plot of many points', `<defs><path id="m"/></defs><g clip-path="url(#c)">${times(20_000, index => `<use xlink:href="#m" x="${index}"/>`)}</g><clipPath id="c">${rect}</clipPath>`],
    ['many shapes in one gradient', `<linearGradient id="a"/><linearGradient id="b" href="#a">${times(20, () => '<stop/>')}</linearGradient><g fill="url(#b)">${times(61_000, () => rect)}</g>`],
    ['a link to what stands around it', '<g id="top"><a href="#top"><text>Up</text></a></g>'],
    ['a style sheet that may mean a pattern\'s own parts', '<style>rect:hover{fill:url(#p)}</style><pattern id="p"><rect/></pattern>'],
    ['a reference to nothing', '<use href="#b"/>']
  ])('%s', (_, content) => {
    expect(judge(content)).toMatchObject({widthPx: 9, heightPx: 9})
  })
})
