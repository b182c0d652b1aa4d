/** Who wrote a text, as a line above it says in the languages of the program, and what looks like a person's name: one rule for all ways in. */
import {namesIn} from '../manuscript/slips.ts'
import type {Remark} from './imported.ts'
import {lost} from './imported.ts'
import {findDate} from './text/dates.ts'

/** What a line says that names an author. `more`: what stands behind the names and the date, such as an office. */
export type Byline = {readonly author: readonly string[]; readonly date?: string; readonly isAmerican: boolean; readonly more: string}

const longest = 160

/** A small word in front of a name; sentences and titles begin with the same, so that a whole name has to follow. */
const opening = /^(?:by|von|par|por|di|door)\s+(?=\S)/iu

/** Words that nothing but an author's name follows. */
const outright = new RegExp(`^(?:${[
  '(?:prepared|written|words|text|story|report) by', 'interview(?:ed by)?(?=\\s?:)', '(?:text|author|autore?|autora|auteur|autrice|tekst|текст)(?=\\s?:)',
  '(?:text|ein beitrag|geschrieben|verfasst) von', '(?:écrit|texte|propos recueillis) par', '(?:escrito|texto) por', '(?:scritto da|testo di)', '(?:geschreven|tekst) door', 'автор(?:ы)?'
].join('|')})\\s?:?\\s+(?=\\S)`, 'iu')

const particles = 'de|del|della|von|van|vom|zu|zum|der|den|dem|di|da|do|dos|das|du|la|le|el|al|bin|ibn|ben|te|ten|ter|y|e|и'
const word = String.raw`\p{Lu}[\p{L}\p{M}.'’‑-]*`
const person = new RegExp(String.raw`^${word}(?: (?:${word}|${particles}|(?:d|l|O)['’]${word}|al-${word})){1,4}$`, 'u')

/** Names that computers and programs have. */
const login = /(?<!\p{L})(?:user|admin(?:istrator)?|owner|author|unknown|microsoft|windows|libreoffice|openoffice|google|python|computer|laptop|desktop|pc|default|template|benutzer|utilisateur|usuario|utente|gebruiker|пользователь|администратор)(?!\p{L})/iu

/** No person is called so, but many a paper. */
const article = /^(?:the|der|die|das|les|los|el|il|het)\s/i

/** Tell whether a text is made like a person's name: two to five words with capitals. */
export function isPersonName(text: string): boolean {
  return text.length <= 80 && !article.test(text) && person.test(text) && new RegExp(String.raw` (?:${word}|\p{Ll}+['’-]${word})$`, 'u').test(text)
}

/** Tell the name of a person from that of an account or a program. */
export function isNoLogin(text: string): boolean {
  return isPersonName(text.trim()) && !login.test(text)
}

/** Read a line that names who wrote the text, and perhaps of which day it is; undefined where it is something else. */
export function readByline(line: string): Byline | undefined {
  const [start] = line.length > longest ? [] : outright.exec(line) ?? opening.exec(line) ?? []
  return start === undefined ? undefined : namesAtStart(line.slice(start.length), outright.test(line))
}

/** Names, then the day, with something in front of it or behind. `isSaid`: nothing else can stand there. */
function namesAtStart(words: string, isSaid: boolean): Byline | undefined {
  const found = findDate(words)
  const parts = words.slice(0, found?.start).split(/\s*[|·•/]\s*|\s+[–—-]+\s+|,\s*/).map(part => part.replace(/[.:;]$/, '').trim()).filter(part => part !== '')
  const end = parts.findIndex(part => !areNames(part, isSaid))
  const names = end === -1 ? parts : parts.slice(0, end)
  if (names.length === 0) return undefined
  const behind = found ? words.slice(found.end).replace(/^[\s|·•,;.–—-]+/, '').trim() : ''
  const more = [...parts.slice(names.length), behind].filter(part => part !== '').join(', ')
  return {author: names.flatMap(peopleIn), isAmerican: found?.isAmerican === true, more, ...(found && {date: found.date})}
}

/** What a line says behind an author's name and has no place is told. */
export function moreThanName(more: string | undefined): readonly Remark[] {
  return more === undefined || more === '' ? [] : [lost(`what stands behind the author's name: “${more}”`)]
}

/** Tell whether a line has the shape of one that names an author. */
export function isByline(line: string): boolean {
  return readByline(line) !== undefined
}

/** A group has an article in front; a single word is a name where the line says so outright. */
function areNames(part: string, isSaid: boolean): boolean {
  const names = peopleIn(part)
  return names.length > 0 && names.every(name => isPersonName(name.replace(article, '')) || isSaid && /^\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(name))
}

/** Several people may stand in one: "Ada Press and Bo Type". Between two names of their own "y" and its like part them, too. */
function peopleIn(part: string): readonly string[] {
  return namesIn(part.replace(/^(?:and|und|et|y|e|en|и)\s+/iu, '')).flatMap(name => {
    const two = name.split(/\s+(?:y|e|en|и)\s+/)
    return two.length > 1 && two.every(isPersonName) ? two : [name]
  })
}
