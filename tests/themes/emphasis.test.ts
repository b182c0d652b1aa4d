import {afterAll, describe, expect, test} from 'vitest'
import {browserHere} from '../adapters/browser-here.ts'
import {editionSheets} from './style-sheets.ts'

const started = await browserHere()

/** Whatever a theme may set in italics, each with a word set apart. */
const containers = [
  '<figure><figcaption>Of <em>oak</em></figcaption></figure>', '<figure><figcaption><p>Of <em>oak</em></p></figcaption></figure>',
  '<table><caption>Of <em>oak</em></caption><tbody><tr><td>1</td></tr></tbody></table>', '<aside class="pullquote"><p>Of <em>oak</em></p></aside>',
  '<div class="epigraph"><p>Of <cite>oak</cite></p></div>', '<h3>Of <em>oak</em></h3>', '<h4>Of <em>oak</em></h4>', '<p>Of <em>a <em>great</em> oak</em></p>', '<p>Of <u>oak</u></p>',
  '<aside class="pullquote"><p>Of <u>oak</u></p></aside>'
]

/** How a word looks, next to what it stands in: slant, weight and rule below. */
const looks = `[...document.querySelectorAll('em:not(:has(em)), cite, u')].map(word => [word, word.parentElement].map(each => {
  const {fontStyle, fontWeight, textDecorationLine} = getComputedStyle(each)
  return [fontStyle, fontWeight, textDecorationLine].join(' ')
}))`

describe.skipIf(!started)('emphasis', () => {
  afterAll(() => started?.here.end())

  test.each(editionSheets)('of %s is set apart from what it stands in on %s', async (_theme, _edition, css) => {
    const page = await started?.browser.open({html: `<!doctype html><style>${css}</style><main class="text">${containers.join('')}</main>`, resources: new Map()}, {widthPx: 600, heightPx: 800, media: 'screen'})
    const pairs = await page?.run(looks) as readonly (readonly [string, string])[]
    await page?.close()
    expect(pairs).toHaveLength(containers.length)
    expect(pairs.map(([word, around], index) => word === around ? containers[index] : 'set apart')).toEqual(containers.map(() => 'set apart'))
  })
})
