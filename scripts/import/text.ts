/** Plain text, as editors send it: what its parts are is read from their shape. */
import {blocksOf, joined} from './text/blocks.ts'
import {bodyOf} from './text/body.ts'
import {withoutEndMark} from './text/ends.ts'
import {readFront} from './text/front.ts'
import {withoutQuoting} from './text/forwarded.ts'
import {guessLanguage} from './text/language.ts'
import {fromSender, withoutCoverNote, withoutMail} from './text/mail.ts'
import {placeReferences, takeNotes} from './text/notes.ts'
import type {Imported, Remark} from './imported.ts'
import {guessed, ImportFault} from './imported.ts'

/** Import a text that has been decoded. Throws ImportFault where there is nothing in it. */
export function importText(whole: string): Imported {
  if (isCodedMail(whole)) throw new ImportFault('mail as its program keeps it, with its letters coded', 'its text', 'Open it in the mail program and save the message as text, or copy it into a file.')
  const {text, sender, remarks: mail} = withoutMail(whole)
  const {text: own, remarks: around} = withoutQuoting(text)
  const cut = withoutEndMark(blocksOf(own))
  const {blocks, remarks: note} = sender ? withoutCoverNote(cut.blocks) : {blocks: cut.blocks, remarks: []}
  if (blocks.length === 0) throw new ImportFault('empty text', 'at least a paragraph', 'Look whether it is the right file.')
  const front = readFront(blocks)
  // A text that is all front has none: a single line is what somebody says, and not what it is called.
  const {metadata: said, remarks, length, isAmerican, kept} = front.length < blocks.length ? front : {metadata: {}, remarks: [], length: 0, isAmerican: false, kept: []}
  const {metadata, remarks: sent} = fromSender(said, sender)
  const {blocks: rest, definitions} = takeNotes([...kept, ...blocks.slice(length)])
  const children = bodyOf(rest)
  placeReferences(children, definitions)
  const lang = languageOf(blocks.map(joined).join('\n'), isAmerican)
  const heads = children.filter(({type}) => type === 'heading').length
  return {
    metadata: {...(lang !== undefined && {lang}), ...metadata},
    body: {type: 'root', children: [...children, ...definitions]},
    images: new Map(),
    remarks: [
      ...mail,
      ...around,
      ...note,
      ...remarks,
      ...sent,
      ...(lang === undefined || metadata.lang !== undefined ? [] : [guessed(`lang: ${lang}`)]),
      ...partedWords(own),
      ...(heads === 0 ? [] : [guessed(`${heads} ${heads === 1 ? 'head, a short line' : 'heads, short lines'} in front of a paragraph`)]),
      ...cut.remarks
    ]
  }
}

/** English with a date in the American order is American English. */
function languageOf(text: string, isAmerican: boolean): string | undefined {
  const language = guessLanguage(text)
  return language === 'en' && isAmerican ? 'en-US' : language
}

/** The head of a file that a mail program sends and keeps (RFC 2045). */
function isCodedMail(text: string): boolean {
  const [head = ''] = text.trimStart().slice(0, 20_000).split(/\n\s*\n/)
  return /^(?:mime-version|content-transfer-encoding)\s*:/im.test(head) && /^(?:from|subject|received)\s*:/im.test(head)
}

/** A hyphen at a line's end may belong to the word, or only to the line: the text does not say which. */
function partedWords(text: string): readonly Remark[] {
  const found = text.match(/\p{L}+-\n[^\S\n]*\p{Ll}+/gu) ?? []
  const [first = ''] = found
  return found.length === 0 ? [] : [guessed(`${found.length === 1 ? 'a hyphen at a line\'s end, which stays' : `${found.length} hyphens at lines' ends, which stay`}: “${first.replace(/\s+/, '').slice(0, 60)}”`)]
}
