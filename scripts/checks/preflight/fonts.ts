/** Nobody else has our fonts. What the program makes has them all: a file that lacks one is from elsewhere. */
import type {Check} from './finding.ts'

/** Fonts that are not in the file, and, for a press, those that are programs of their own (Type 3). */
export const fonts: Check = ({pages, purpose = 'press'}) => {
  const used = new Map(pages.flatMap(({fonts: onPage, view}) => onPage.map(font => [font, view.page] as const)).toReversed())
  return [...used].flatMap(([{name, isEmbedded, isType3}, page]) => {
    if (isType3 ? purpose !== 'press' : isEmbedded) return []
    const [actual, expected, remedy] = isType3
      ? ['of Type 3', 'TrueType or CFF', 'Take another font, or have the file made with the font as outlines.']
      : ['that is not in the file', 'it embedded', 'Export the file again with all fonts embedded, as PDF/X and PDF/A have it.']
    return [{rule: 'font-embedding' as const, severity: 'error' as const, page, reason: `Unexpected font \`${name}\` ${actual}, expected ${expected}`, remedy}]
  })
}
