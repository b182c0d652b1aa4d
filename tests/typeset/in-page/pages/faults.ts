/** Everything that must hold of any printed pages; each fault is a line of text. */
import type {Manuscript} from './manuscript.ts'
import type {Print, Word} from './press.ts'

type Found = {readonly page: number; readonly x: number; readonly y: number}

/** Compare the printed words with the manuscript and the record. */
export function faults(manuscript: Manuscript, print: Print): readonly string[] {
  const words = print.words.flatMap(clean)
  const found = new Map<string, Found[]>()
  for (const word of words) found.set(word.text, [...found.get(word.text) ?? [], word])
  return [
    ...lostOrTwice(manuscript, found),
    ...notePages(manuscript, print, found),
    ...order(manuscript, print, found),
    ...underNotes(print, words),
    ...outside(print, words),
    ...mapFaults(print),
    ...loneLines(manuscript, print, found)
  ]
}

/** Note numbers stand close to the words before them: take them off. */
function clean(word: Word): readonly Word[] {
  const text = word.text.replaceAll(/\(\d+\)/g, '').replaceAll(/[\u00AD\u2010]/g, '')
  return /[BN][a-z]{2,4}$/.test(text) ? [{...word, text}] : []
}

/** Words of a repeated table head stand on several pages, rightly. */
function lostOrTwice({blocks, notes}: Manuscript, found: ReadonlyMap<string, readonly Found[]>): readonly string[] {
  const heads = new Set(blocks.filter(({kind}) => kind === 'table').flatMap(({words}) => words.slice(0, 3)))
  const hasOpening = blocks.some(({kind}) => kind === 'opening')
  return [...blocks, ...[...notes.values()].map(words => ({words}))].flatMap(({words}) => words.flatMap(word => {
    const times = found.get(word)?.length ?? 0
    if (times === 0 && hasOpening && isBesideDropCap(word, found)) return []
    return times === 1 || (times > 1 && heads.has(word)) ? [] : [`${word} stands ${times} times`]
  }))
}

/** A drop cap stands apart from the rest of its word, and close to the first word of its last line. */
function isBesideDropCap(word: string, found: ReadonlyMap<string, readonly Found[]>): boolean {
  return [...found.keys()].some(key => key === word.slice(1) || (key.length <= word.length + 3 && key.endsWith(word)))
}

function notePages({notes}: Manuscript, {record, words}: Print, found: ReadonlyMap<string, readonly Found[]>): readonly string[] {
  const ends = new Set(record.endnotes)
  return [...notes].flatMap(([id, [first = '']]) => {
    const number = id.replace('note-', '')
    const reference = words.find(({text}) => text.includes(`(${number})`))
    const page = found.get(first)?.[0]?.page
    const placed = record.notes.find(note => note.id === id)
    if (ends.has(id)) return []
    if (placed?.page !== page) return [`${id} stands on ${page}, the record says ${placed?.page}`]
    return reference?.page === page ? [] : [`${id} stands on ${page}, its reference on ${reference?.page}`]
  })
}

/** Text goes on from page to page, never back. */
function order({notes, blocks}: Manuscript, {record}: Print, found: ReadonlyMap<string, readonly Found[]>): readonly string[] {
  const ends = new Set(record.endnotes)
  const runs = [...[...notes].filter(([id]) => !ends.has(id)).map(([, words]) => words), ...blocks.filter(({kind}) => kind !== 'table').map(({kind, words}) => words.slice(kind === 'opening' ? 1 : 0))]
  return runs.flatMap(words => {
    const places = words.flatMap(word => found.get(word)?.[0] ?? [])
    const back = places.findIndex((place, index) => {
      const before = places[index - 1]
      return before !== undefined && (place.page < before.page || (place.page === before.page && place.y < before.y - 9))
    })
    return back < 0 ? [] : [`${words[back]} stands before ${words[back - 1]}`]
  })
}

function underNotes({record, count}: Print, words: readonly Word[]): readonly string[] {
  const endPage = record.endnotes.length > 0 ? words.filter(({text}) => text.includes('B')).at(-1)?.page ?? count : Infinity
  return Array.from({length: count}, (_, index) => index + 1).flatMap(page => {
    const here = words.filter(word => word.page === page)
    const text = Math.max(0, ...here.filter(word => word.text.includes('B')).map(({y}) => y))
    const notes = Math.min(Infinity, ...here.filter(word => word.text.includes('N')).map(({y}) => y))
    return text < notes || page >= endPage ? [] : [`page ${page}: text at ${text}, notes at ${notes}`]
  })
}

function outside({area}: Print, words: readonly Word[]): readonly string[] {
  const lowest = area.topPx + area.heightPx
  return words.flatMap(({text, page, y}) => y < area.topPx || y > lowest ? [`${text} stands outside page ${page} at ${y}`] : [])
}

function mapFaults({record, count, places}: Print): readonly string[] {
  const wrong = [...places].filter(([id, page]) => record.pages[id] !== page).map(([id, page]) => `${id} is on ${page}, the map says ${record.pages[id]}`)
  return [...(record.count === count ? [] : [`${count} pages, the record says ${record.count}`]), ...wrong]
}

/** Paragraphs keep two lines on either side of a page's end. */
function loneLines({blocks}: Manuscript, {record}: Print, found: ReadonlyMap<string, readonly Found[]>): readonly string[] {
  return record.problems.length > 0 ? [] : blocks.filter(({kind}) => kind === 'paragraph').flatMap(({words}) => {
    const lines = new Map<number, Set<number>>()
    for (const word of words) for (const {page, y} of found.get(word) ?? []) lines.set(page, (lines.get(page) ?? new Set()).add(Math.round(y / 6)))
    return lines.size > 1 && [...lines.values()].some(set => set.size < 2) ? [`${words[0]} leaves a line alone on page ${[...lines].find(([, set]) => set.size < 2)?.[0]}`] : []
  })
}
