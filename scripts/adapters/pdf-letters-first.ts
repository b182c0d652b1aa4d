/**
 * Letters whose parts are drawn one by one, as those of some Arabic faces with their dots. The printer goes from left to
 * right and so to the dots first; readers' programs take the place of what is drawn first for that of the letter, and
 * where it stands high, for a line of its own.
 */
import {number} from './pdf-numbers.ts'

type Shown = {readonly x: number; readonly y: number; readonly glyphs: string}

/**
 * The parts of one letter that is read from right to left, in what stands for it: where each begins, from the one before,
 * and its glyphs. Where the next letter has no place of its own it stands at the end of this one, which has to stay last.
 */
const parted = /(\/Span\s*<<\s*\/ActualText <FEFF(?:0[5-8]|FB|F[DE])[\dA-F]+>\s*>>\s*BDC\s(?:\/\S+ \S+ Tf\s)?(?:(?:\S+ ){6}Tm\s)?)((?:\S+ \S+ Td <[\dA-F]+> Tj\s){2,9})(?=EMC\s(?:EMC\s|\/Span\s*<<[^>]*>\s*>>\s*BDC\s|\/\S+ BMC\s|\/\S+ \S+ Tf\s)*(?:\S+ \S+ Td|(?:\S+ ){6}Tm|ET))/gi

const part = /(\S+) (\S+) Td (<[\dA-F]+>) Tj/gi

/** Draw the letter before its dots, all at their places. Gives the same bytes where there is nothing to change. */
export function lettersFirst(bytes: Buffer): Buffer {
  if (!bytes.includes('/ActualText')) return bytes
  const text = bytes.toString('latin1')
  // Where text is shown in more ways than filled, what comes after would have to be set back to one that we do not know.
  const isFilled = !/\d Tr\s/.test(text)
  const changed = text.replaceAll(parted, (_, opening: string, parts: string) => opening + letterFirst(placed(parts), isFilled))
  return changed === text ? bytes : Buffer.from(changed, 'latin1')
}

/** Where each part stands, from the line's place before the letter. */
function placed(parts: string): readonly Shown[] {
  let [x, y] = [0, 0]
  return [...parts.matchAll(part)].map(([, right = '0', up = '0', glyphs = '']) => {
    x += Number(right)
    y += Number(up)
    return {x, y, glyphs}
  })
}

/**
 * From right to left the letter is the last. The line goes on from there, so the place comes back to it, and the letter is
 * shown once more without ink: Poppler takes the end of what is shown last for that of the letter, and behind a dot, which
 * is narrower, it would see a gap as between words.
 */
function letterFirst(parts: readonly Shown[], isFilled: boolean): string {
  const letter = parts.at(-1)
  if (!letter) return ''
  let from = {x: 0, y: 0}
  const move = (to: {readonly x: number; readonly y: number}) => {
    const way = `${number(to.x - from.x)} ${number(to.y - from.y)} Td`
    from = to
    return way
  }
  return [...[letter, ...parts.slice(0, -1)].map(each => `${move(each)} ${each.glyphs} Tj\n`), `${move(letter)}${isFilled ? ` 3 Tr ${letter.glyphs} Tj 0 Tr` : ''}\n`].join('')
}
