/** What a mail program puts around a text: the lines with sender and subject above it, the signature below; and a greeting to the editor. */
import {isNoLogin} from '../bylines.ts'
import type {ImportedMetadata, Remark} from '../imported.ts'
import {firstWords, guessed, lost, namesOf} from '../imported.ts'
import type {Block} from './blocks.ts'
import {isParagraph, joined} from './blocks.ts'
import {findDate} from './dates.ts'
import {isGreeting} from './fields.ts'
import {isSigned} from './parts.ts'

/** `sender`: author and day as the head of a mail has them; undefined where there is no head. */
export type Unwrapped = {readonly text: string; readonly sender?: Sender; readonly remarks: readonly Remark[]}
export type Sender = {readonly author?: string; readonly date?: string}

const field = /^(?:from|to|cc|bcc|date|sent|subject|reply-to|message-id|attachments?|von|an|gesendet|datum|betreff|anlagen?|de|à|a|envoyé|objet|para|enviado|fecha|asunto|от|кому|дата|тема)\s*:\s/i
const subject = /^(?:subject|betreff|objet|asunto|тема)\s*:\s/i
const from = /^(?:from|von|de|от)\s*:\s+/i
const sent = /^(?:date|sent|gesendet|datum|envoyé|enviado|fecha|дата)\s*:\s+/i
const mostSignatureLines = 12

/** Take head and signature off a text; each is told. `Date:` alone is no mail's: a subject must stand there. */
export function withoutMail(text: string): Unwrapped {
  const lines = text.split('\n')
  const start = lines.findIndex(line => line.trim() !== '')
  const length = lines.slice(start).findIndex(line => !field.test(line.trim()))
  const head = length > 0 ? lines.slice(start, start + length).map(line => line.trim()) : []
  const isMail = head.some(line => subject.test(line))
  const first = isMail ? start + length : 0
  const end = lines.findIndex((line, index) => index > first && line.trimEnd() === '--' && index >= lines.length - mostSignatureLines - 1)
  const hasText = lines.slice(first, end === -1 ? undefined : end).some(line => line.trim() !== '')
  if (!hasText) return {text, remarks: []}
  return {
    text: lines.slice(first, end === -1 ? undefined : end).join('\n'),
    ...(isMail && {sender: senderOf(head)}),
    remarks: [...isMail ? [lost('the head of a mail, with its sender and subject')] : [], ...end === -1 ? [] : [lost('the signature below the text')]]
  }
}

/** `Ada Press <ada@…>`, and the day on which it was sent. */
function senderOf(head: readonly string[]): Sender {
  const valueOf = (key: RegExp) => head.find(line => key.test(line))?.replace(key, '').slice(0, 200) ?? ''
  const name = valueOf(from).replace(/\s*[<([].*$/, '').replace(/^["'“]|["'”]$/g, '').replace(/^([^,]+), ([^,]+)$/, '$2 $1').trim()
  const date = findDate(valueOf(sent))?.date
  return {...(isNoLogin(name) && {author: name}), ...(date !== undefined && {date})}
}

/** What a sender says where the text does not; a name in capitals is written as the sender writes it. */
export function fromSender(said: ImportedMetadata, {author: sender, date}: Sender = {}): {readonly metadata: ImportedMetadata; readonly remarks: readonly Remark[]} {
  const isNamed = sender !== undefined && said.author === undefined
  const isSame = namesOf(said.author).join(';').toLowerCase() === sender?.toLowerCase()
  const isDated = date !== undefined && said.date === undefined
  return {
    metadata: {...said, ...(sender !== undefined && (isNamed || isSame) && {author: [sender]}), ...(isDated && {date})},
    remarks: [...isNamed ? [guessed(`author: ${sender}, who sent the mail`)] : [], ...isDated ? [guessed(`date: ${date}, when the mail was sent`)] : []]
  }
}

const mostCoverBlocks = 4

/** Take off what a mail says to the editor in front of a text with its own title and author; it is told. */
export function withoutCoverNote(blocks: readonly Block[]): {readonly blocks: readonly Block[]; readonly remarks: readonly Remark[]} {
  const [first] = blocks
  const signed = blocks.slice(0, mostCoverBlocks + 3).findIndex(isSigned)
  const title = blocks.findIndex((block, index) => index > 0 && index < signed && block.lines.length <= 3 && !isParagraph(block) && !/[.,;:!]$/.test(joined(block)))
  if (!first || !isGreeting(first) || title === -1 || title > mostCoverBlocks) return {blocks, remarks: []}
  const words = blocks.slice(0, title).map(joined).join(' ')
  return {blocks: blocks.slice(title), remarks: [lost(`what the mail says above the text: “${firstWords(words, 80)}”`)]}
}
