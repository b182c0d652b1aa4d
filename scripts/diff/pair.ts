/** Which page of an old PDF became which of a new one. */
import {diffArrays} from 'diff'

/** A pair of pages, from 0; one of them is absent where a page is new, or gone. */
export type Pair = {readonly old?: number; readonly new?: number}

/**
 * Pair pages by their words: those with the same words belong together, and between them those that stand in the same
 * place. So one page more does not make every page behind it another. `old`, `new`: the words of each page.
 */
export function pairPages(old: readonly string[], fresh: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = []
  let [oldAt, newAt] = [0, 0]
  let [gone, come]: [number[], number[]] = [[], []]
  for (const {value, added, removed} of diffArrays(old.map(plainWords), fresh.map(plainWords))) {
    if (removed) gone.push(...value.map(() => oldAt++))
    else if (added) come.push(...value.map(() => newAt++))
    else {
      pairs.push(...inPlace(gone, come), ...value.map(() => ({old: oldAt++, new: newAt++})))
      ;[gone, come] = [[], []]
    }
  }
  return [...pairs, ...inPlace(gone, come)]
}

function inPlace(gone: readonly number[], come: readonly number[]): readonly Pair[] {
  return Array.from({length: Math.max(gone.length, come.length)}, (_, at) => {
    const [old, fresh] = [gone[at], come[at]]
    return {...(old !== undefined && {old}), ...(fresh !== undefined && {new: fresh})}
  })
}

/** The words alone: a line that breaks elsewhere is the same text, and so is another folio. */
export function plainWords(text: string): string {
  return text.replace(/[\u0002\u00ad\ufffe]\s*/g, '').replace(/\s+/g, ' ').replace(/^\d+ | \d+$/g, '').trim()
}
