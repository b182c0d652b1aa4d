/** What is heard of a reading PDF by its tags: the words of the manuscript, each once, whatever is printed again. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {build} from '../../scripts/pipeline.ts'
import {browserHere} from '../adapters/browser-here.ts'
import {openTags, outline} from '../pdf/outline.ts'
import {spoken} from '../pdf/spoken.ts'
import {violations} from '../pdf/violations.ts'
import {pdfText} from './extracted-words.ts'

const found = await browserHere()
const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-heard-'))
afterAll(async () => {
  await found?.here.end()
  rmSync(folder, {recursive: true, force: true})
})

async function readingPdf(manuscript: string, lang = 'en'): Promise<Uint8Array> {
  if (!found) throw new Error('Expected a browser')
  const {browser} = found
  const path = join(folder, 'heard.md')
  writeFileSync(path, `---\ntitle: Heard\nlang: ${lang}\npage: a6\nfrontmatter: none\n---\n\n${manuscript}\n`)
  const world = {disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: undefined, nodeVersion: 'v24', stage: () => () => undefined}
  const {artifacts, messages} = await build({path, out: folder, editions: ['read'], strict: true, json: false, date: '2024-01-21'}, world)
  expect(messages).toEqual([])
  return artifacts.find(({name}) => name.endsWith('.pdf'))?.bytes ?? new Uint8Array()
}

const rows = Array.from({length: 34}, (_, index) => [`sheet ${index + 1}`, `what was printed as number ${index + 1}`])
const table = `| Date[^1] | *Work* |\n|--|--|\n${rows.map(([date, work]) => `| ${date} | ${work} |`).join('\n')}`

test.skipIf(!found).each([
  ['a long table', table, []],
  ['a long table with a caption', `:::table[Works of a *year*]\n${table}\n:::`, ['Works of a year']]
])('%s', async (_, manuscript, captions) => {
  const pdf = await readingPdf(`Before.\n\n${manuscript}\n\nBehind.\n\n[^1]: A note.`)
  const opened = await openTags(pdf)
  expect(opened.file.getPageCount()).toBeGreaterThanOrEqual(3)
  expect(violations(opened)).toEqual([])
  expect(await spoken(pdf, 'Table')).toHaveLength(1)
  expect(await spoken(pdf, 'Caption')).toEqual(captions)
  expect(await spoken(pdf, 'TH')).toEqual(['Date1', 'Work'])
  expect(await spoken(pdf, 'TD')).toEqual(rows.flat())
  const note = /1A note\./
  const [words = ''] = await spoken(pdf, 'Document')
  expect(words.replace(note, '')).toBe(`HeardBefore.${captions.join('')}Date1Work${rows.flat().join('')}Behind.`)
  expect(words).toMatch(note)
})

const code = [
  'function print (sheets) {', ...Array.from({length: 40}, (_, index) => `  lay(${index}) // the sheet`), '  /* a remark of', '     two lines */',
  `  return "${'a line longer than the page is wide, '.repeat(3)}"`, '}'
]

test.skipIf(!found)('code and verse are heard line by line, over pages and with the spaces that were typed', async () => {
  const pdf = await readingPdf(`Before.\n\n~~~js\n${code.join('\n')}\n~~~\n\n:::verse\nOne *line* that is so long that it goes on behind its end[^1]\n  and another.\n:::\n\n[^1]: A note.`)
  const opened = await openTags(pdf)
  expect(opened.file.getPageCount()).toBeGreaterThanOrEqual(2)
  expect(violations(opened)).toEqual([])
  expect(await spoken(pdf, 'Code')).toEqual(code)
  expect((await spoken(pdf, 'P')).slice(1 + code.length)).toEqual(['One line that is so long that it goes on behind its end1', 'and another.', 'A note.'])
})

test.skipIf(!found)('the box of a task is heard as what it shows, in the language of the text', async () => {
  const pdf = await readingPdf('- [x] Gesetzt\n- [ ] Gedruckt *zweiseitig*\n\n<div lang="en">\n\n- [ ] Folded\n\n- [x] Sewn\n\n</div>', 'de')
  expect(violations(await openTags(pdf))).toEqual([])
  expect(await spoken(pdf, 'LI')).toEqual(['erledigt Gesetzt', 'offen Gedruckt zweiseitig', 'to do Folded', 'done Sewn'])
  expect(await spoken(pdf, 'Form')).toEqual([])
})

test.skipIf(!found)('what is read from right to left is heard in its order, with its languages', async () => {
  const pdf = await readingPdf('كلمة أولى.[^1]\n\n## باب\n\n- واحد\n- اثنان <span lang="en">Press</span>\n\n| سنة | ثمن |\n|--|--|\n| 1905 | 12 |\n\nكلمة أخيرة.\n\n[^1]: ملاحظة.', 'ar')
  const opened = await openTags(pdf)
  expect(violations(opened)).toEqual([])
  const heard = outline(opened).split('\n').filter(line => /^ *[A-Z]/.test(line)).map(line => line.replace(/ ID=cell\d+/, ''))
  expect(heard).toEqual([
    'Document', '  Sect', '    H1', '  P', '    Reference', '      Link', '  Note ID=note-1', '    Lbl', '    P',
    '  Sect', '    H2', '    L', '      LI', '        Lbl', '        LBody', '      LI', '        Lbl', '        LBody', '          Span Lang=en',
    '    Table', '      TR', '        TH', '        TH', '      TR', '        TD', '        TD', '    P'
  ])
  for (const [type, words] of Object.entries({P: ['كلمة أولى.1', 'ملاحظة.', 'كلمة أخيرة.'], H2: ['باب'], TH: ['سنة', 'ثمن'], TD: ['1905', '12']})) {
    expect((await spoken(pdf, type)).map(inVisualOrder), type).toEqual(words.map(inVisualOrder))
  }
})

/** The letters of a line stand as they are drawn, from left to right, under the mark that says so: they count, in whatever order. */
function inVisualOrder(words: string): string {
  return Array.from(words.replaceAll(/\s/g, '')).toSorted().join('')
}

test.skipIf(!found).each([
  ['he', 'שלום לכולם, זהו *משפט* קצר עם Latin words ועם 1917 מספר, שנמשך לשורה נוספת.'],
  ['ar', 'هذه جملة قصيرة بالعربية مع Latin words وسنة 1917 في وسطها، وتمتد إلى سطر آخر.'],
  ['he', 'שלום (לכולם) ועוד [דבר] «אחד» בשורה זו, עם (Latin) ועם (1917) בתוכה.'],
  ['ar', 'هذه جملة (قصيرة) فيها [شيء] و«آخر» مع (Latin) ومع (1917) في وسطها.'],
  ['fa', 'این یک متن کوتاه است با Latin words و سال ۱۹۱۷ که *می‌رود* تا سطر بعد.']
])('what is read from right to left is heard word by word, in %s', async (lang, text) => {
  const pdf = await readingPdf(text, lang)
  expect(violations(await openTags(pdf))).toEqual([])
  // Which form of a letter a face draws is no other letter; a mark that joins nothing is silent.
  const [words = ''] = await spoken(pdf, 'P')
  expect(words.normalize('NFKC').replaceAll('\u200D', '').replaceAll(/\s+/gu, ' ').trim()).toBe(text.replaceAll('*', ''))
})

test.skipIf(!found).each([
  ['whose words stand in the text is heard there alone', 'A sentence worth saying.', 1],
  ['with words of its own is heard', 'Words of another.', 2]
])('a pull quote %s', async (_, quote, times) => {
  const pdf = await readingPdf(`Before. A sentence worth saying. ${quote === 'A sentence worth saying.' ? '' : 'Words.'} And more.\n\n:::pullquote\n${quote}\n:::\n\nBehind.`)
  expect(violations(await openTags(pdf))).toEqual([])
  const [words = ''] = await spoken(pdf, 'Document')
  expect(words.split(/sentence worth saying|Words of another/)).toHaveLength(times + 1)
  expect(words).toContain('And more.')
  expect(words.endsWith('Behind.')).toBe(true)
  expect((await pdfText(pdf, () => ({left: 0, right: 2000, top: 2000, bottom: 0}))).join(' ').replaceAll(/\s+/g, ' ').split(quote)).toHaveLength(quote === 'A sentence worth saying.' ? 3 : 2)
})
