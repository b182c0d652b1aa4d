/** What a mail program puts around a text: the lines with sender and subject above it, the signature below. */
import type {Remark} from '../imported.ts'
import {lost} from '../imported.ts'

export type Unwrapped = {readonly text: string; readonly remarks: readonly Remark[]}

const field = /^(?:from|to|cc|bcc|date|sent|subject|reply-to|message-id|attachments?|von|an|gesendet|datum|betreff|anlagen?|de|à|a|envoyé|objet|para|enviado|fecha|asunto|от|кому|дата|тема)\s*:\s/i
const subject = /^(?:subject|betreff|objet|asunto|тема)\s*:\s/i
const mostSignatureLines = 12

/** Take head and signature off a text; each is told. `Date:` alone is no mail's: a subject must stand there. */
export function withoutMail(text: string): Unwrapped {
  const lines = text.split('\n')
  const start = lines.findIndex(line => line.trim() !== '')
  const length = lines.slice(start).findIndex(line => !field.test(line.trim()))
  const isMail = length > 0 && lines.slice(start, start + length).some(line => subject.test(line.trim()))
  const from = isMail ? start + length : 0
  const end = lines.findIndex((line, index) => index > from && line.trimEnd() === '--' && index >= lines.length - mostSignatureLines - 1)
  const hasText = lines.slice(from, end === -1 ? undefined : end).some(line => line.trim() !== '')
  if (!hasText) return {text, remarks: []}
  return {
    text: lines.slice(from, end === -1 ? undefined : end).join('\n'),
    remarks: [...isMail ? [lost('the head of a mail, with its sender and subject')] : [], ...end === -1 ? [] : [lost('the signature below the text')]]
  }
}
