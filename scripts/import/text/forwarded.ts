/** A text that a mail quotes as a whole: somebody forwarded it, or answered with it. */
import type {Remark} from '../imported.ts'
import {firstWords, lost} from '../imported.ts'

const quoted = /^ {0,3}> ?/
const mostOtherLines = 6

/** Take the signs of quoting off, and what the mail says above and below, which is told; the same text where most of it is not quoted. */
export function withoutQuoting(text: string): {readonly text: string; readonly remarks: readonly Remark[]} {
  const lines = text.split('\n')
  const [first, last] = [lines.findIndex(line => quoted.test(line)), lines.findLastIndex(line => quoted.test(line))]
  const others = lines.filter((line, index) => (index < first || index > last) && line.trim() !== '')
  const isWhole = first >= 0 && last - first >= 4 && lines.slice(first, last + 1).every(line => quoted.test(line) || line.trim() === '')
  if (!isWhole || others.length > Math.min(mostOtherLines, (last - first) / 2)) return {text, remarks: []}
  const words = others.map(line => line.trim()).join(' ')
  return {
    text: lines.slice(first, last + 1).map(line => line.replace(quoted, '')).join('\n'),
    remarks: words === '' ? [] : [lost(`what the mail says around the text that it quotes: “${firstWords(words, 120)}”`)]
  }
}
