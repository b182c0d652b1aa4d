/** What to set in the printer's dialogue, in the order in which one looks for it. */
import type {Metadata} from '../../types.ts'
import type {Plan} from '../plan.ts'
import type {PrintingWords} from './words/index.ts'

export type Setting = {readonly term: string; readonly lines: readonly string[]; readonly isImportant: boolean}

/** The settings of a plan, in words. */
export function settingsOf(plan: Plan, metadata: Metadata, words: PrintingWords, lang: string): readonly Setting[] {
  const {slug, booklet} = metadata
  const {pages, sheets, sheetName, arrangement: {sheet, scale}} = plan
  const isSplit = isManual(plan, metadata)
  const number = new Intl.NumberFormat(lang, {maximumFractionDigits: 1, numberingSystem: 'latn'})
  const size = [Math.min(sheet.widthMm, sheet.heightMm), Math.max(sheet.widthMm, sheet.heightMm)].map(mm => number.format(mm)).join(' × ')
  const scaled = scale === 1 ? [] : [words.scaled.replace('{percent}', number.format(scale * 100))]
  return [
    {term: words.file, lines: isSplit ? [`${slug}-fronts.pdf`, `${slug}-backs.pdf`] : [`${slug}-booklet.pdf`], isImportant: false},
    {term: words.paper, lines: [`${paperName(sheetName)}${/\d ?(?:mm|cm|in)$/.test(sheetName) ? '' : `, ${size} mm`}`, booklet.paper.name], isImportant: false},
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

/** `a4` is A4 everywhere, `letter` Letter. */
function paperName(name: string): string {
  if (/^(?:sr)?a\d$/.test(name)) return name.toUpperCase()
  return /^[a-z]+$/.test(name) ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : name
}
