/** Who wrote a text, as a line above it says in the languages of the program, and what looks like a person's name: one rule for all ways in. */
import {namesIn} from '../manuscript/slips.ts'
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
  if (line.length > longest) return undefined
  const [start = ''] = outright.exec(line) ?? opening.exec(line) ?? []
  const behind = line.slice(start.length)
  const found = start === '' ? undefined : findDate(behind)
  const [before, after] = found ? [behind.slice(0, found.start), behind.slice(found.end)] : [behind, '']
  const parts = before.split(/\s*[|·•/]\s*|\s+[–—-]+\s+|,\s*/).map(part => part.replace(/[.:;]$/, '').trim()).filter(part => part !== '')
  const names = parts.findIndex(part => !areNames(part, outright.test(line)))
  const author = parts.slice(0, names === -1 ? undefined : names).flatMap(peopleIn)
  if (start === '' || author.length === 0) return undefined
  const more = [...names === -1 ? [] : parts.slice(names), after.replace(/^[\s|·•,;.–—-]+/, '').trim()].filter(part => part !== '').join(', ')
  return {author, isAmerican: found?.isAmerican ?? false, more, ...(found && {date: found.date})}
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
