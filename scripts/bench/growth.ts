/** Measures how the time a page grows with a text's length, and a whole text with many notes: is the work linear? */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/** Build a manuscript; gives its pages, what composing and printing them took in all, and what of it made the printed PDF the reading edition. */
export type TimedBuild = (path: string) => Promise<{readonly pages: number; readonly ms: number; readonly patchingMs: number}>

const vocabulary = 'paper press sheet fold stitch the of and a in to it was by which neighbourhood printed workers extraordinarily union street lamp committee cooperative night read hand page margin'.split(' ')

/** A text of so many words in chapters, with a note in every fourth paragraph: the same at every call. */
export function longText(words: number): string {
  let seed = 1
  const next = () => seed = (seed * 48_271) % 2_147_483_647
  const sentence = (length: number) => Array.from({length}, () => vocabulary[next() % vocabulary.length] ?? '').join(' ')
  const paragraphs: string[] = []
  for (let written = 0, number = 1; written < words; number++) {
    const length = 20 + next() % 120
    paragraphs.push(`${number % 30 === 1 ? `## Chapter ${Math.ceil(number / 30)}\n\n` : ''}${sentence(length)}${number % 4 === 0 ? `.[^${number}]\n\n[^${number}]: ${sentence(25)}.` : '.'}`)
    written += length
  }
  return `---\ntitle: Growth\nlang: en\npage: a5\n---\n\n${paragraphs.join('\n\n')}\n`
}

/** A text with so many more notes, at the ends of paragraphs spread evenly over it. */
export function withNotes(text: string, count: number): string {
  const blocks = text.split(/(?:\r?\n){2,}/)
  const ends = blocks.flatMap((block, index) => block.length > 200 && /^\p{L}.*[.!?]$/su.test(block) ? [index] : [])
  const numbers = new Map(Array.from({length: Math.min(count, ends.length)}, (_, note) => [ends[Math.floor(note * ends.length / Math.min(count, ends.length))] ?? 0, note]))
  return blocks.map((block, index) => {
    const number = numbers.get(index)
    return number === undefined ? block : `${block}[^bench-${number}]\n\n[^bench-${number}]: ${longNote(number)}`
  }).join('\n\n')
}

/** From eight words to eighty. */
function longNote(number: number): string {
  return Array.from({length: 8 + number * 37 % 73}, (_, index) => vocabulary[(index * 7 + number) % vocabulary.length] ?? '').join(' ')
}

const words = {short: 13_500, long: 142_000}
const notes = 600

/** Tell the time a page of a short and of a long text, their ratio, and, of the text at `path` with 600 notes, its time. */
export async function measureGrowth(folder: string, path: string | undefined, timed: TimedBuild, tell: (line: string) => void): Promise<void> {
  mkdirSync(folder, {recursive: true})
  const build = async (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    const {pages, ms, patchingMs} = await timed(join(folder, name))
    tell(`${name.padEnd(28)}${String(pages).padStart(6)} pages ${(ms / 1000).toFixed(2).padStart(8)} s ${(ms / pages).toFixed(2).padStart(8)} ms a page, ${(patchingMs / 1000).toFixed(2)} s of it patching`)
    return ms / pages
  }
  await build('warm-up.md', longText(words.short))
  const short = await build('short.md', longText(words.short))
  const long = await build('long.md', longText(words.long))
  tell(`growth of the time a page: ${(long / short).toFixed(2)}`)
  if (path !== undefined) await build(`with-${notes}-notes.md`, withNotes(readFileSync(path, 'utf8'), notes))
}
