/** What runs in the page, in a page: needs a browser. */
import {inflateSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'
import {measureQuality} from '../../../../scripts/bench/quality.ts'
import {wordBoxes} from '../../../../scripts/bench/word-boxes.ts'
import type {Page} from '../../../../scripts/adapters/browser.ts'
import {compose} from './browser.ts'
import {pagesHere, textOf, wrapped} from './pages-here.ts'
import {paragraph, paragraphs} from './text.ts'

const withPage = pagesHere()
const options = {hyphenFamilies: ['Alegreya']}
const print = async (page: Page) => page.print({widthPx: 800, heightPx: 900, tagged: true, outline: false})

/** Everything inside a PDF's streams, as text. */
function streamsOf(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1')
  return [...text.matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map(match => {
    try {
      return inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  }).join('\n')
}

const count = (text: string, part: string) => text.split(part).length - 1


describe('in the page', () => {
  test.each([[454, 0.1, 0.04, 0, 1], [393, 0.11, 0.06, 0.005, 1], [227, 0.19, 0.2, 0.04, 2]])('at %i px the lines are even', async (measurePx, cv, hyphens, loose, ladder) => {
    await withPage(paragraphs(40, 7), async page => {
      await compose(page, options)
      expect(await wrapped(page)).toBe(0)
      const quality = await measureQuality(await print(page))
      expect(quality?.lines).toBeGreaterThan(200)
      expect(quality?.cv).toBeLessThanOrEqual(cv)
      expect(quality?.hyphens).toBeLessThanOrEqual(hyphens)
      expect(quality?.loose).toBeLessThanOrEqual(loose)
      expect(quality?.ladder).toBeLessThanOrEqual(ladder)
    }, {measurePx})
  })

  test('nothing of the text is lost, doubled or moved', async () => {
    const html = `<p>${paragraph(60, 1)} <em>${paragraph(20, 2)}</em> ${paragraph(5, 3)}<strong>and <a href="#x">${paragraph(30, 4)}</a></strong>.<sup>1</sup> ${paragraph(9, 5)}<br>${paragraph(30, 6)}</p>`
    await withPage(html, async page => {
      const before = await textOf(page)
      const {untouched} = await compose(page, options)
      expect(untouched).toEqual({})
      expect(await textOf(page)).toBe(before)
      expect(await wrapped(page)).toBe(0)
    })
  })

  test('a line before a word that cannot be broken does not gape: it is ragged, and no other', async () => {
    await withPage(`<p>You may find it in ${'1234567890'.repeat(3)}123456 ${paragraph(40, 2)}</p>`, async page => {
      await compose(page, options)
      const words = (await wordBoxes(await print(page))).flat()
      const lines = [...Map.groupBy(words, ({bottom}) => Math.round(bottom / 4)).values()].map(line => line.toSorted((a, b) => a.left - b.left))
      const right = Math.max(...lines.map(line => line.at(-1)?.right ?? 0))
      const gaps = lines.flatMap(line => line.slice(1).map((word, index) => word.left - (line[index]?.right ?? 0)))
      expect(lines.slice(0, -1).filter(line => (line.at(-1)?.right ?? 0) < right - 12).map(line => line.at(-1)?.text)).toHaveLength(1)
      expect(Math.max(...gaps)).toBeLessThan(10)
      expect(await wrapped(page)).toBe(0)
    }, {measurePx: 270})
  })

  test('a hyphen at a line\'s end is U+00AD in the text layer and nothing else; unused ones are gone', async () => {
    // One page: what ends a page is drawn on the next one too, out of sight.
    await withPage(`${paragraphs(12, 30)}<p>${paragraph(40, 3)} extra\u00ador\u00addi\u00adnary ${paragraph(40, 4)}</p>`, async page => {
      const {hyphens} = await compose(page, options)
      const pdf = await print(page)
      const streams = streamsOf(pdf)
      expect(hyphens).toBeGreaterThan(5)
      expect(count(streams, '/ActualText <FEFF00AD>')).toBe(hyphens)
      const words = (await wordBoxes(pdf)).flat()
      expect(words.filter(word => word.text.endsWith('\u00ad'))).toHaveLength(hyphens)
      expect(words.filter(word => /\u2010|\u00ad./.test(word.text))).toEqual([])
    }, {measurePx: 240, css: '@page {size: 320px 4000px}'})
  })

  test('a line that ends by the author\'s will, or with the paragraph, keeps the spaces of its style, whatever mark it ends in', async () => {
    await withPage('<p>Dear Sir or Madam,<br>yours truly.</p><p>Dear reader,<br>this is short.</p><p>The Old Mill<br>in the Chapel Lane</p><p>By somebody, with “marks.”</p>', async page => {
      const places = async () => await page.run(`(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        const lefts = []
        for (let node = walker.nextNode(); node; node = walker.nextNode()) for (const {index} of node.data.matchAll(/[^ \\n]+/g)) {
          const range = document.createRange()
          range.setStart(node, index)
          range.setEnd(node, index + 1)
          lefts.push(range.getBoundingClientRect().left)
        }
        return lefts
      })()`) as number[]
      const before = await places()
      await compose(page, options)
      const after = await places()
      expect(after).toHaveLength(before.length)
      // A first mark may hang.
      for (const [index, left] of after.entries()) expect(Math.abs(left - (before[index] ?? 0)), `${index}`).toBeLessThan(0.8)
    })
  })

  test('tags keep one P a paragraph', async () => {
    await withPage(paragraphs(12, 30), async page => {
      await compose(page, options)
      const pdf = Buffer.from(await print(page)).toString('latin1')
      expect(pdf.match(/\/S \/P\b/g)).toHaveLength(12)
    })
  })

  test('no line ends behind a hyphen with a single letter or figure beside it', async () => {
    const forms = Array.from({length: 60}, (_, index) => `${'so '.repeat(index % 7)}fill the form 7-B, an x-ray and a T-shirt`).join(' ')
    await withPage(`<p>${forms}</p>`, async page => {
      await compose(page, options)
      const ends = (await wordBoxes(await print(page))).flat().filter(({text}) => /^(?:7|x|T)-$/.test(text))
      expect(ends).toEqual([])
    }, {measurePx: 160})
  })

  test('a family without a face for the hyphen shows one all the same', async () => {
    await withPage(paragraphs(12, 30), async page => {
      const {hyphens} = await compose(page)
      expect(hyphens).toBeGreaterThan(5)
      expect(await wrapped(page)).toBe(0)
      expect((await wordBoxes(await print(page))).flat().filter(word => /[-\u00ad]$/.test(word.text)).length).toBe(hyphens)
    }, {measurePx: 240})
  })

  test('full lines end flush, but for what hangs', async () => {
    await withPage(paragraphs(10, 11), async page => {
      await compose(page, options)
      const rights = (await wordBoxes(await print(page))).flat()
      const edge = (5 + 35 + 393) * 0.75
      const outside = rights.filter(word => word.right > edge + 0.3)
      expect(outside.length).toBeGreaterThan(3)
      for (const word of outside) {
        expect(word.text).toMatch(/[.,;:\u00ad”’]$/)
        expect(word.right).toBeLessThan(edge + 3)
      }
    })
  })

  test('ligatures stay under letter-spacing, and the style\'s own features with them', async () => {
    await withPage(`<p style="font-feature-settings: 'ss01'">${Array.from({length: 60}, (_, index) => index % 2 ? 'office' : 'fluffy affliction').join(' ')}</p>`, async page => {
      await compose(page, options)
      const features = await page.run('[...document.querySelectorAll("p span")].filter(span => getComputedStyle(span).letterSpacing !== "normal" && !span.textContent.includes("\\u00ad")).map(span => getComputedStyle(span).fontFeatureSettings)') as string[]
      expect(features.length).toBeGreaterThan(3)
      for (const feature of features) expect(feature).toMatch(/"ss01".*"liga"|"liga".*"ss01"/)
    })
  })

  test('first lines beside a drop cap have their real width', async () => {
    const css = 'p::first-letter {initial-letter: 3; margin-right: 0.1em} p::first-line {font-variant-caps: all-small-caps; letter-spacing: 0.03em}'
    await withPage(`<p>${paragraph(120, 21)}</p>`, async page => {
      const {untouched, lines} = await compose(page, options)
      expect(untouched).toEqual({})
      expect(await page.run('document.querySelector("p").getBoundingClientRect().height')).toBe(lines * 18)
      // Its letters take their share of what the line must stretch, on top of the style's own spacing.
      const spacingEm = await page.run('(() => {const style = getComputedStyle(document.querySelector("p > span")); return Number.parseFloat(style.letterSpacing) / Number.parseFloat(style.fontSize)})()') as number
      expect(spacingEm).not.toBeCloseTo(0.03, 4)
      expect(Math.abs(spacingEm - 0.03)).toBeLessThanOrEqual(0.0201)
    }, {css})
  })

  test('lines beside a float have their real width', async () => {
    const float = '<figure style="float: right; width: 120px; height: 70px; margin: 0 0 0 12px"></figure>'
    await withPage(`<p>${paragraph(50, 2)}</p>${float}<p>${paragraph(120, 21)}</p><p>${paragraph(80, 22)}</p>`, async page => {
      const {paragraphs: set, untouched} = await compose(page, options)
      expect({set, untouched}).toEqual({set: 3, untouched: {}})
      expect(await wrapped(page)).toBe(0)
    })
  })

  test('text between blocks is set too, and what it holds is not', async () => {
    const list = `<ul style="text-align: justify"><li>${paragraph(40, 1)}<ul><li>${paragraph(40, 2)}</li></ul></li></ul>`
    await withPage(list, async page => {
      expect(await compose(page, options)).toMatchObject({paragraphs: 2, untouched: {}})
      expect(await wrapped(page)).toBe(0)
    })
  })

  test('nor does a tail that reaches down further than the lines it was given', async () => {
    const css = 'p::first-letter {initial-letter: 3; font-weight: 400; margin-right: 0.09em}'
    await withPage(`<p>Quand ${paragraph(60, 21)}</p><p>Quand ${paragraph(14, 22)}</p>`, async page => {
      const insetLines = await page.run(`(() => {
        const range = document.createRange()
        range.setStart(document.querySelector('p').firstChild, 1)
        range.setEnd(document.querySelector('p').firstChild, document.querySelector('p').firstChild.length)
        return new Set([...range.getClientRects()].filter(({left}) => left > 20).map(({top}) => top)).size
      })()`)
      expect(insetLines).toBe(4)
      const {untouched, paragraphs: set} = await compose(page, options)
      expect({set, untouched}).toEqual({set: 2, untouched: {}})
      expect(await page.run('[...document.querySelectorAll("p")].map(p => p.getBoundingClientRect().height / 18 - 1 - p.querySelectorAll("br").length)')).toEqual([0, 0])
    }, {css})
  })

  test('what cannot be measured stays as it was, and is counted; what no line can hold is set ragged', async () => {
    const html = `<p id="a">שלום ${paragraph(40, 1)}</p><p id="b" style="white-space: pre-wrap">${paragraph(40, 2)}</p><p id="c" dir="rtl">${paragraph(40, 3)}</p>`
      + `<p id="d"><span style="display: inline-block; width: 400px"></span> ${paragraph(10, 4)}</p><p id="e">${paragraph(20, 5)}<br><br>${paragraph(20, 6)}</p><p id="f"><q>${paragraph(40, 7)}</q></p>`
    await withPage(html, async page => {
      const before = String(await page.run('document.body.innerHTML'))
      const {untouched, paragraphs: set} = await compose(page, options)
      expect(untouched).toEqual({'script': 1, 'white-space': 1, 'direction': 1, 'overfull': 1, 'empty-line': 1, 'generated': 1})
      expect(set).toBe(0)
      expect(await page.run('document.body.innerHTML')).toBe(before.replace('id="d"', 'id="d" style="text-align: start;"'))
    })
  })

  test('a paragraph is broken anew without a hyphen at a line', async () => {
    await withPage(paragraphs(12, 30), async page => {
      await compose(page, options)
      const before = await textOf(page, 'body')
      const result = await page.run(`(() => {
        const old = record.paragraphs.find(({hyphens}) => hyphens.includes(true))
        const line = old.hyphens.indexOf(true)
        const made = paragraphs.rebreak(old, {noHyphenAtLine: line})
        return {line, hyphens: made.hyphens, wrapped: paragraphs.wrappedLine(made.element, made.hyphens.length, made.ends), ends: made.ends.every(end => end.isConnected)}
      })()`) as {line: number; hyphens: boolean[]; wrapped: number | undefined; ends: boolean}
      expect(result.hyphens[result.line]).toBe(false)
      expect(result).toMatchObject({ends: true})
      expect(result.wrapped).toBeUndefined()
      expect(await textOf(page, 'body')).toBe(before)
    }, {measurePx: 240})
  })

  test('lines still wrap around what is put beside them later', async () => {
    await withPage(`<p>${paragraph(100, 3)}</p>`, async page => {
      await compose(page, options)
      const moved = await page.run(`(() => {
        const height = document.querySelector('p').getBoundingClientRect().height
        document.body.insertAdjacentHTML('afterbegin', '<div style="float: left; width: 100%; height: 40px"></div>')
        return [document.querySelector('p br').getBoundingClientRect().top, document.querySelector('p').getBoundingClientRect().height - height]
      })()`)
      expect(moved).toEqual([39, 40])
    })
  })
})
