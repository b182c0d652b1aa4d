/** What to set in the printer's dialogue, in the order in which one looks for it. */
import type {Metadata} from '../../types.ts'
import type {Plan} from '../plan.ts'
import type {Measures} from './measures.ts'
import type {PrintingWords} from './words/index.ts'

export type Setting = {readonly term: string; readonly lines: readonly string[]; readonly isImportant: boolean}

/** The settings of a plan, in words. */
export function settingsOf(plan: Plan, metadata: Metadata, words: PrintingWords, {number, size, paper, file}: Measures): readonly Setting[] {
  const {slug, booklet} = metadata
  const {pages, sheets, sheetName, arrangement: {sheet, scale}} = plan
  const isSplit = isManual(plan, metadata)
  const sides = [Math.min(sheet.widthMm, sheet.heightMm), Math.max(sheet.widthMm, sheet.heightMm)] as const
  const scaled = scale === 1 ? [] : [words.scaled.replace('{percent}', number(scale * 100))]
  return [
    {term: words.file, lines: (isSplit ? ['fronts', 'backs'] : ['booklet']).map(ending => file(`${slug}-${ending}.pdf`)), isImportant: false},
    {term: words.paper, lines: [`${paperName(sheetName)}${/\d ?(?:mm|cm|in)$/.test(sheetName) ? '' : `, ${size(...sides)}`}`, paper(booklet.paper.name)], isImportant: false},
    {term: words.size, lines: [words.actualSize, ...scaled], isImportant: true},
    {term: words.sides, lines: [sidesOf(plan, isSplit, words)], isImportant: true},
    {term: words.pages, lines: [String(pages.filter(page => page !== undefined).length)], isImportant: false},
    {term: words.sheetsPerCopy, lines: [String(sheets.length)], isImportant: false}
  ]
}

/** Tell whether fronts and backs are printed one after the other, from files of their own. */
export function isManual({sheets}: Plan, {booklet: {duplex}}: Metadata): boolean {
  return duplex === 'manual' && sheets.some(({back}) => back)
}

function sidesOf({sheets, flip}: Plan, isSplit: boolean, words: PrintingWords): string {
  if (isSplit || !sheets.some(({back}) => back)) return words.oneSide
  return flip === 'short' ? words.flipShort : words.flipLong
}

/** `a4` is A4 everywhere, `letter` Letter, and `half-letter` Half Letter. */
function paperName(name: string): string {
  if (/^(?:(?:sr)?a\d|dl)$/.test(name)) return name.toUpperCase()
  return /^[a-z-]+$/.test(name) ? name.split('-').map(word => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join(' ') : name
}
