/** Text for tests: words of an English kind, in a fixed order that is the same on every machine. */

const words = ('the of and a to in is that it was for on are as with his they at be this from have or by one had not but what all were when we there can an your which their said '
  + 'if do will each about how up out them then she many some so these would other into has more her two like him see time could no make than first been its who now people my made over did down only way find use may water long little very after words called just where most know '
  + 'government representative necessary individual constitution expedient conscience majority institution responsibility independence consideration circumstance philosopher neighborhood magistrate establishment revolution').split(' ')

/** A generator of numbers from 0 to below 1 (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A paragraph of so many words, with sentences, commas and quotes. */
export function paragraph(count: number, seed: number): string {
  const next = numbers(seed)
  let starts = true
  return Array.from({length: count}, (_, index) => {
    const word = words[Math.floor(next() ** 1.8 * words.length)] ?? 'the'
    const shown = starts ? word.charAt(0).toUpperCase() + word.slice(1) : word
    const chance = next()
    starts = chance < 0.07 || index === count - 1
    return shown + (starts ? '.' : chance < 0.16 ? ',' : chance < 0.18 ? ';' : '')
  }).join(' ')
}

/** Paragraphs as HTML. */
export function paragraphs(count: number, seed: number): string {
  return Array.from({length: count}, (_, index) => `<p>${paragraph(40 + (index * 53) % 140, seed + index)}</p>`).join('\n')
}
