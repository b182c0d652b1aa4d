import {h} from 'hastscript'
import {expect, test} from 'vitest'
import type {Chapter, Note, Pamphlet} from '../../scripts/types.ts'
import {bound, modified} from './book.ts'
import {chapter, note, noteref, withChapters} from './hostile.ts'

const words = 'the press was made of wood and iron and it printed cheap paper for many readers '.repeat(8)

/** A pamphlet of `count` chapters of `blocks` paragraphs, each with a note and a link to another chapter. */
function synthetic(count: number, blocks: number): Pamphlet {
  const notes: Note[] = []
  const chapters = Array.from({length: count}, (_, index): Chapter => chapter(`c-${index}`, `Chapter ${index}`, Array.from({length: blocks}, () => {
    notes.push(note(notes.length + 1, [h('p', 'A note.')]))
    return h('p', {dataAt: 'a.md:1:1'}, [words, h('a', {href: `#c-${(index * 7) % count}`}, 'there'), noteref(notes.length)])
  })))
  return withChapters(chapters, {notes})
}

async function millisecondsOf(pamphlet: Pamphlet): Promise<number> {
  const start = performance.now()
  await bound(pamphlet, {modified})
  return performance.now() - start
}

/** The machine may be busy: the better of two runs counts. */
const best = async (pamphlet: Pamphlet) => Math.min(await millisecondsOf(pamphlet), await millisecondsOf(pamphlet))

test('400 chapters take well under the budget of a whole novel', async () => {
  expect(await best(synthetic(400, 6))).toBeLessThan(4_000)
})

test.each([['many chapters', synthetic(60, 6), synthetic(240, 6)], ['one long chapter', synthetic(1, 600), synthetic(1, 2_400)]])('four times the text takes about four times as long: %s', async (_name, small, large) => {
  await millisecondsOf(small)
  // A quadratic step would take sixteen times as long.
  expect(await best(large) / await best(small)).toBeLessThan(9)
})
