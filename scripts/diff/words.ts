/** What changed in the words of a page, with some words around it. */
import {diffWordsWithSpace} from 'diff'
import {plainWords} from './pair.ts'

const around = 5
const longest = 400

/** Say each change on a line: `… words before [-gone-] {+come+} words behind …`. */
export function wordChanges(old: string, fresh: string): readonly string[] {
  const parts = diffWordsWithSpace(plainWords(old), plainWords(fresh), {timeout: 5_000}) ?? []
  if (parts.length === 0 && old !== fresh) return ['too many changes to tell']
  const lines: string[] = []
  parts.forEach(({added, removed}, at) => {
    const before = parts[at - 1]
    if (!added && !removed || before && (before.added || before.removed)) return
    const end = parts.findIndex((part, index) => index > at && !part.added && !part.removed)
    const changed = parts.slice(at, end === -1 ? parts.length : end)
    if (isHyphen(changed)) return
    const behind = parts[at + changed.length]
    const marked = changed.map(part => part.removed ? `[-${shorten(part.value)}-]` : `{+${shorten(part.value)}+}`).join(' ')
    lines.push([before ? lastWords(before.value) : '', marked, behind ? firstWords(behind.value) : ''].filter(text => text !== '').join(' '))
  })
  return lines
}

/** A hyphen at a line's end may be the word's own or the line's: a word that comes to differ by it alone is the same. */
function isHyphen(changed: readonly {readonly value: string; readonly added: boolean}[]): boolean {
  const [gone, come] = [false, true].map(side => changed.filter(part => part.added === side).map(({value}) => value).join('').replace(/[-\s]/g, ''))
  return gone === come
}

function shorten(text: string): string {
  const trimmed = text.trim()
  return trimmed.length > longest ? `${trimmed.slice(0, longest)} …` : trimmed
}

function lastWords(text: string): string {
  const words = text.trim().split(' ')
  return words.length > around ? `… ${words.slice(-around).join(' ')}` : words.join(' ')
}

function firstWords(text: string): string {
  const words = text.trim().split(' ')
  return words.length > around ? `${words.slice(0, around).join(' ')} …` : words.join(' ')
}
