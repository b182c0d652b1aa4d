/** Characters that nobody sees and that change what is read, and those that print as a box: each is told of once a file, with its first place. */
import {strayTag, withoutControls} from '../controls.ts'
import {message} from '../messages.ts'
import type {Message, RuleId} from '../types.ts'

/** Tell whether a text has a character that leaves ink, or half of one, which is a fault of its own. */
export function isSeen(text: string): boolean {
  return /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}\p{Co}\p{Cs}]/u.test(text)
}

type Kind = {readonly pattern: RegExp; readonly what: string; readonly expected: string; readonly remedy: string; readonly ruleId?: RuleId}

const pasted = 'It was left out; take it out of the file too. It comes with text from other programs.'

const kinds: readonly Kind[] = [
  {pattern: /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/, what: 'control character', expected: 'text without', remedy: pasted},
  {pattern: /\p{Noncharacter_Code_Point}/u, what: 'code that is no character', expected: 'text without', remedy: pasted},
  {pattern: strayTag, what: 'hidden tag', expected: 'text that is seen', remedy: 'It was left out; take it out of the file too. Such tags can carry words that only machines read.'},
  {pattern: /\uFEFF/, what: 'byte order mark', expected: 'one at the beginning of the file at most', remedy: pasted},
  {pattern: /[\u202A-\u202E\u2066-\u2069]/, what: 'mark of writing direction', expected: 'letters that tell their own direction', remedy: 'Take it out, or put the words that run the other way in `<bdi>`.'},
  {pattern: /\uFFFC/, what: 'placeholder for an object', expected: 'the object itself', remedy: 'Bring the picture in as a file, or take the character out.'},
  {pattern: /\uFFFD/, what: 'placeholder for a lost character', expected: 'the character itself', remedy: 'Type what belongs there.'},
  {
    pattern: /\p{Co}/u, ruleId: 'private-character', what: 'character for private use', expected: 'one that has a meaning in every font',
    remedy: 'Type the sign that is meant, often a bullet or an arrow: this one comes from a symbol font of the program that it was copied from, and prints as a box.'
  }
]

/** The text without what no artifact can hold, and a warning for each such character, in a file of the manuscript. */
export function cleanText(file: string, text: string): {readonly text: string; readonly messages: readonly Message[]} {
  const messages = kinds.flatMap(kind => {
    const found = firstOfEach(text, kind.pattern)
    return [...found].map(([character, {index, count}]) => describe(file, text, {...kind, character, index, count}))
  })
  return messages.length === 0 ? {text, messages} : {text: withoutControls(text).replaceAll('\uFEFF', ''), messages}
}

type Found = {readonly index: number; readonly count: number}

function firstOfEach(text: string, pattern: RegExp): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>()
  for (const {0: character, index} of text.matchAll(new RegExp(pattern, `${pattern.flags}g`))) {
    const known = found.get(character)
    found.set(character, {index: known?.index ?? index, count: (known?.count ?? 0) + 1})
  }
  return found
}

function describe(file: string, text: string, {what, expected, remedy, ruleId = 'unseen-character', character, index, count}: Kind & Found & {readonly character: string}): Message {
  const before = text.slice(0, index)
  const place = {file, line: before.split('\n').length, column: index - before.lastIndexOf('\n')}
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return message(ruleId, place, `Unexpected ${what} ${code}${count > 1 ? ` (${count} times)` : ''}, expected ${expected}`, remedy)
}
