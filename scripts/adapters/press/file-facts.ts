/** Reads what a PDF as a whole says of itself: whom it was made for, and what a reader's program may tell of it. */
import {PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFString} from '@cantoo/pdf-lib'
import {name} from '../pdf-names.ts'
import {dictAt, isTrue, nameAt} from './objects.ts'
import {claimsUa, headlessTables} from './tag-facts.ts'

/** `hasIntent`: it names the printing condition that it was made for; `isUnscaled`: it asks viewers to print it at its size. */
export type FileFacts = {
  readonly hasIntent: boolean
  readonly isUnscaled: boolean
  readonly isTagged: boolean
  readonly hasLanguage: boolean
  readonly hasTitle: boolean
  /** Pictures among its tags that no text describes. */
  readonly wordlessPictures: number
  /** Tables among its tags without a single head. */
  readonly headlessTables: number
  /** It says that it meets PDF/UA. */
  readonly claimsUa: boolean
}

/** Read the facts of a file that is open (ISO 32000-1, 7.7.2, 12.2, 14.3.3, 14.7). */
export function factsOfFile({catalog, context}: PDFDocument): FileFacts {
  const info = context.lookup(context.trailerInfo.Info)
  return {
    hasIntent: catalog.lookup(name('OutputIntents')) instanceof PDFArray,
    isUnscaled: nameAt(dictAt(catalog, 'ViewerPreferences'), 'PrintScaling') === 'None',
    isTagged: isTrue(dictAt(catalog, 'MarkInfo'), 'Marked') && dictAt(catalog, 'StructTreeRoot') !== undefined,
    hasLanguage: hasText(catalog, 'Lang'),
    hasTitle: info instanceof PDFDict && hasText(info, 'Title'),
    wordlessPictures: context.enumerateIndirectObjects().filter(([, value]) => value instanceof PDFDict && isWordlessPicture(value)).length,
    headlessTables: headlessTables(catalog, context),
    claimsUa: claimsUa(catalog)
  }
}

function isWordlessPicture(dict: PDFDict): boolean {
  return nameAt(dict, 'S') === 'Figure' && dict.has(name('P')) && !hasText(dict, 'Alt') && !hasText(dict, 'ActualText')
}

function hasText(dict: PDFDict, key: string): boolean {
  const value = dict.lookup(name(key))
  return (value instanceof PDFString || value instanceof PDFHexString) && value.decodeText().trim() !== ''
}
