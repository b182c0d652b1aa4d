/** The names of the PDF library, each made once: to make one it looks for escapes in the text, and a long file needs a million. */
import {PDFName} from '@cantoo/pdf-lib'

const made = new Map<string, PDFName>()

/** The name that a text stands for, without its slash. */
export function name(text: string): PDFName {
  const known = made.get(text)
  if (known) return known
  const fresh = PDFName.of(text)
  made.set(text, fresh)
  return fresh
}
