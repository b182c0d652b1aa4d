import {readFileSync} from 'node:fs'
import {afterAll, describe, expect, test} from 'vitest'
import {browserHere} from '../adapters/browser-here.ts'

const started = await browserHere()
const sheet = (...files: readonly string[]): string => files.map(file => readFileSync(`templates/${file}`, 'utf8')).join('\n')

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

  test.each(['classic', 'broadsheet', 'large-print', 'plain'].flatMap(theme => [
    [theme, 'paper', sheet('common.css', 'common/print.css', `${theme}/print.css`)], [theme, 'the web', sheet('common.css', 'common/web.css', `${theme}/web.css`)],
    [theme, 'e-readers', sheet('epub/base.css', `${theme}/epub.css`)]
  ]))('of %s is set apart from what it stands in on %s', async (_theme, _edition, css) => {
    const page = await started?.browser.open({html: `<!doctype html><style>${css}</style><main class="text">${containers.join('')}</main>`, resources: new Map()}, {widthPx: 600, heightPx: 800, media: 'screen'})
    const pairs = await page?.run(looks) as readonly (readonly [string, string])[]
    await page?.close()
    expect(pairs).toHaveLength(containers.length)
    expect(pairs.map(([word, around], index) => word === around ? containers[index] : 'set apart')).toEqual(containers.map(() => 'set apart'))
  })
})
