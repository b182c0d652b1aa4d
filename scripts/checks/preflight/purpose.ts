/** Whom a file was made for: it is held to what they ask for, and to nothing else. */
import type {FileFacts} from '../../adapters/press/file-facts.ts'
import type {PageView} from '../../adapters/press/view.ts'
import type {Check} from './finding.ts'

/** A print shop, a copier or a reader. */
export type Purpose = 'press' | 'copier' | 'reading'

/** What each is called on the command line. */
export const purposeNames: Readonly<Record<string, Purpose>> = {print: 'press', read: 'reading', copier: 'copier'}

/** Tell whether a value, from another thread, is a purpose. */
export function isPurpose(value: unknown): value is Purpose {
  return Object.values(purposeNames).some(purpose => purpose === value)
}

/** What each is called. */
export const purposeWords: Readonly<Record<Purpose, string>> = {press: 'a press file', copier: 'sheets for a copier', reading: 'a PDF to read'}

/**
 * Tell whom a file was made for. What is cut inside its sheet, or names a printing condition, is for a shop; sheets for a
 * copier name one too, but are cut nowhere and ask to be printed at their size.
 */
export function purposeOf(pages: readonly PageView[], {hasIntent, isUnscaled}: FileFacts): Purpose {
  if (pages.some(({trim, media}) => trim && (trim.left > media.left + 1 || trim.right < media.right - 1))) return 'press'
  if (!hasIntent) return 'reading'
  return isUnscaled && pages.every(({trim}) => !trim) ? 'copier' : 'press'
}

/** A note for who means to send to a shop what was made for something else. */
export const elsewhere: Check = ({purpose = 'press'}) => purpose === 'press' ? [] : [{
  rule: 'no-press-file', severity: 'note',
  reason: `Unexpected ${purpose === 'copier' ? 'sheets for a copier' : 'PDF to read, without bleed, marks and output intent'}, expected a press file where it goes to a print shop`,
  remedy: `Nothing is to be done where it is ${purpose === 'copier' ? 'copied' : 'read'}. For a shop make the press file with \`--edition print\`, and send \`SLUG-print.pdf\`.`
}]
