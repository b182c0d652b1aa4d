/** How far punctuation hangs into the margin, as a share of its own width: light marks far, heavy ones little. */

const atStart: Readonly<Record<string, number>> = {
  '“': 0.5, '‘': 0.6, '”': 0.5, '’': 0.6, '„': 0.5, '‚': 0.6, '«': 0.3, '‹': 0.4, '»': 0.3, '›': 0.4, '"': 0.5, '\'': 0.6,
  '(': 0.15, '[': 0.15, '¿': 0.15, '¡': 0.15, '—': 0.1, '–': 0.15
}

const atEnd: Readonly<Record<string, number>> = {
  '.': 0.6, ',': 0.6, ';': 0.4, ':': 0.4, '!': 0.15, '?': 0.15, '…': 0.2,
  '“': 0.5, '‘': 0.6, '”': 0.5, '’': 0.6, '«': 0.3, '‹': 0.4, '»': 0.3, '›': 0.4, '"': 0.5, '\'': 0.6,
  ')': 0.15, ']': 0.15, '-': 0.5, '\u00ad': 0.5, '‐': 0.5, '–': 0.25, '—': 0.15
}

/** The share of the first character that hangs at the start of a line. */
export function hangAtStart(character: string): number {
  return atStart[character] ?? 0
}

/** The share of the last character that hangs at the end of a line. */
export function hangAtEnd(character: string): number {
  return atEnd[character] ?? 0
}

/** The most that anything hangs, in em: the padding that the page area must give at either side. */
export const mostHangEm = 0.35
