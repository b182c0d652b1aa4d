/** The way in: a file of any known kind becomes an imported text. What kind it is, its first bytes say, and not its name. */
import {decodeText} from './decode.ts'
import type {ReadNear} from './html.ts'
import {importDraft} from './html-to-body.ts'
import type {Draft, Imported} from './imported.ts'
import {guessedEncoding, ImportFault} from './imported.ts'

/** A file to import. `name`: with its extension, for texts that nothing else tells apart; `encoding`: one that the user names. */
export type Incoming = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly encoding?: string
  readonly readNear: ReadNear
}

const expected = 'a .docx, .odt, .txt, .html, .epub or .md file'

/** Import a file. Throws ImportFault where nothing can be made of it. */
export async function importFile(incoming: Incoming): Promise<Imported> {
  const {name, bytes, encoding, readNear} = incoming
  if (bytes.length === 0) throw new ImportFault('empty file', expected, 'Look whether it is the right file.')
  if (startsWith(bytes, 'PK\x03\x04')) return importDraft(await draftFromArchive(bytes, name))
  refuseForeign(bytes)
  if (/\.(?:md|markdown)$/i.test(name)) return (await import('./markdown-file.ts')).importMarkdown(bytes, readNear, encoding)
  if (/\.x?html?$/i.test(name) || looksLikeHtml(bytes)) {
    const {draftFromHtml} = await import('./html.ts')
    return importDraft(draftFromHtml(bytes, readNear, encoding))
  }
  const [{importText}, {text, guess}] = [await import('./text.ts'), decodeText(bytes, encoding)]
  const imported = importText(text)
  return {...imported, remarks: [...guessedEncoding(guess), ...imported.remarks]}
}

/** Which of the three it is, its parts tell. */
async function draftFromArchive(bytes: Uint8Array, name: string): Promise<Draft> {
  const {openArchive} = await import('./archive.ts')
  const {names} = await openArchive(bytes)
  if (names.includes('word/document.xml')) return (await import('./docx.ts')).draftFromDocx(bytes)
  if (names.includes('META-INF/container.xml')) return (await import('./epub.ts')).draftFromEpub(bytes, name)
  if (names.includes('content.xml')) return (await import('./odt.ts')).draftFromOdt(bytes)
  throw new ImportFault('zip archive that is no document', expected, 'Unpack it, and import what is inside.')
}

const foreign: readonly (readonly [signature: string, actual: string, remedy: string])[] = [
  ['\xd0\xcf\x11\xe0', 'old or encrypted Office file', 'Open it in a word processor, and save it as .docx without a password.'],
  ['%PDF-', 'PDF', 'Ask for the file that the PDF was made from.'],
  ['{\\rtf', 'RTF', 'Open it in a word processor, and save it as .docx or .odt.'],
  ['\x1f\x8b', 'compressed file', 'Unpack it first.'],
  ['Rar!', 'compressed file', 'Unpack it first.'],
  ['7z\xbc\xaf', 'compressed file', 'Unpack it first.'],
  ['PK', 'damaged archive', 'Ask for the file again.']
]

function refuseForeign(bytes: Uint8Array): void {
  const found = foreign.find(([signature]) => startsWith(bytes, signature))
  if (found) throw new ImportFault(found[1], expected, found[2])
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, signature.length)) === new TextDecoder('latin1').decode(Uint8Array.from(signature, character => character.charCodeAt(0)))
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf|\uFEFF)?\s*(?:<!--[^]{0,400}?-->\s*)?<(?:!doctype html|html|head|body)\b/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 1_024)))
}
