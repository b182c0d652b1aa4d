import {readFileSync} from 'node:fs'
import {afterAll, describe, expect, test} from 'vitest'
import {browserHere} from '../adapters/browser-here.ts'

const started = await browserHere()
const sheet = (...files: readonly string[]): string => files.map(file => readFileSync(`templates/${file}`, 'utf8')).join('\n')

type Look = {readonly rank: string; readonly sizePx: number; readonly weight: number; readonly family: string; readonly slant: string; readonly insetPx: number; readonly abovePx: number; readonly rulePx: number}

/** A chapter's head stands alone; below it the ranks of the text, each behind a paragraph. */
const heads = ['h2', 'h3', 'h4', 'h5', 'h6'].map(rank => `<p>Text.</p><${rank}>A head</${rank}>`).join('')

/** The inset of the text and the head together: an e-reader gives both the same. */
const looks = `[...document.querySelectorAll('main :is(h2, h3, h4, h5, h6)')].map(head => {
  const {fontSize, fontWeight, fontFamily, fontStyle, paddingLeft, paddingRight, marginTop, borderBottomWidth} = getComputedStyle(head)
  return {rank: head.localName, sizePx: parseFloat(fontSize), weight: Number(fontWeight), family: fontFamily.split(',')[0], slant: fontStyle, insetPx: Math.max(parseFloat(paddingLeft), parseFloat(paddingRight)), abovePx: parseFloat(marginTop), rulePx: parseFloat(borderBottomWidth)}
})`

const themes = ['classic', 'broadsheet', 'large-print', 'plain'].flatMap(theme => [
  [theme, 'paper', sheet('common.css', 'common/print.css', `${theme}/print.css`)], [theme, 'the web', sheet('common.css', 'common/web.css', `${theme}/web.css`)],
  [theme, 'e-readers', sheet('epub/base.css', `${theme}/epub.css`)]
] as const)

describe.skipIf(!started)('the ranks of heads', () => {
  afterAll(() => started?.here.end())

  test('of broadsheet look apart on paper by their type alone: in columns an indent tells little', async () => {
    const page = await started?.browser.open({html: `<!doctype html><html lang="en"><style>${sheet('common.css', 'common/print.css', 'broadsheet/print.css')}</style><main class="text">${heads}</main></html>`, resources: new Map()}, {widthPx: 600, heightPx: 800, media: 'screen'})
    const ranks = await page?.run(looks) as readonly Look[]
    await page?.close()
    expect(new Set(ranks.map(({sizePx, weight, slant}) => `${sizePx} ${weight} ${slant}`)).size).toBe(5)
  })

  test.each(themes.filter(([, edition]) => edition === 'paper').flatMap(([theme, , css]) => ['ja', 'he'].map(lang => [theme, lang, css])))('of %s on paper in %s: the first is larger by a fifth than the second, or ruled, as no italics tell them', async (_theme, lang, css) => {
    const page = await started?.browser.open({html: `<!doctype html><html lang="${lang}"><style>${css}</style><main class="text">${heads}</main></html>`, resources: new Map()}, {widthPx: 600, heightPx: 800, media: 'screen'})
    const [first, second] = await page?.run(looks) as readonly Look[]
    await page?.close()
    const isTold = (first?.rulePx ?? 0) > 0 || (first?.sizePx ?? 0) >= (second?.sizePx ?? 0) * 1.2
    expect({isTold, first, second}).toMatchObject({isTold: true})
  })

  describe.each(['en', 'ja', 'he'])('in %s', lang => {
    test.each(themes)('of %s look apart on %s, and none higher than the one above it', async (_theme, _edition, css) => {
      const html = `<!doctype html><html lang="${lang}" dir="${lang === 'he' ? 'rtl' : 'ltr'}"><style>${css}</style><main class="text">${heads}</main></html>`
      const page = await started?.browser.open({html, resources: new Map()}, {widthPx: 600, heightPx: 800, media: 'screen'})
      const ranks = await page?.run(looks) as readonly Look[]
      await page?.close()
      expect(ranks.map(({rank}) => rank)).toEqual(['h2', 'h3', 'h4', 'h5', 'h6'])
      const alike = ranks.flatMap((one, index) => ranks.slice(index + 1).filter(other => looksOf(one) === looksOf(other)).map(other => `${one.rank} as ${other.rank}`))
      expect(alike).toEqual([])
      const higher = ranks.flatMap((rank, index) => isHigher(rank, ranks[index - 1]) ? [rank.rank] : [])
      expect(higher).toEqual([])
    })
  })
})

function looksOf({rank: _, ...look}: Look): string {
  return JSON.stringify(look)
}

/** Small caps are of another height than the letters of their size: sizes tell only within a family. */
function isHigher(rank: Look, above: Look | undefined): boolean {
  if (!above) return false
  return rank.weight > above.weight || rank.abovePx > above.abovePx || (rank.family === above.family && rank.sizePx > above.sizePx)
}
