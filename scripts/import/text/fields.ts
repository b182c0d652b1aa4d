/** Lines that say what they are: who was there, where to write to, whom a letter is for. */
import {findDate} from './dates.ts'
import type {FoundDate} from './dates.ts'
import type {Block} from './blocks.ts'

/** What minutes, calls to the press and programmes name in front of a colon. */
const labels = new RegExp(`^(?:${[
  'present|also present|in attendance|attendance|attending|attendees|apologies|apologies for absence|regrets|absent|chair|chairing|facilitator|minutes|minutes taken by|minute[- ]taker|notes taken by|date of next meeting|next meeting|time|start|end|place|venue|location|where|when|agenda|action|actions|decision|motion|speakers?|contact|for immediate release|embargo|characters|cast',
  'anwesend|anwesende|entschuldigt|abwesend|beginn|ende|ort|zeit|uhrzeit|protokoll|protokollführung|leitung|moderation|tagesordnung|nächstes treffen|kontakt|personen',
  'présente?s?|excusée?s?|absente?s?|ordre du jour|lieu|heure|date|prochaine réunion|personnages',
  'asistentes|presentes|ausentes|excusad[oa]s|orden del día|lugar|hora|fecha|próxima reunión|contacto|personajes',
  'presenti|assenti|giustificati|ordine del giorno|luogo|ora|data|contatti|personaggi|ausentes|ordem do dia|local',
  'присутствовали|присутствуют|отсутствовали|повестка дня|место|время|дата|председатель|секретарь|контакты'
].join('|')})\\s?:(?:\\s|$)`, 'iu')

const labelled = /^\p{Lu}[\p{L}\p{N} '’./()-]{0,40}?\s?:\s+\S/u
const greeting = /^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|greetings|sehr geehrte[rs]?|liebe[rs]?|hallo|moin|guten (?:tag|morgen|abend)|bonjour|bonsoir|salut|hola|buen[oa]s (?:días|tardes)|buongiorno|buonasera|ciao|olá|oi|bo[am] (?:dia|tarde)|beste|geachte|привет|здравствуй(?:те)?|ch[eè]re?s?|estimad[oa]s?|querid[oa]s?|gentil[ei]|egregi[oa]?|car[oaie]|prezad[oa]s?|уважаем\p{L}+|дорог\p{L}+)(?:\s[^.!?]{0,80})?[,:!]$/iu
const street = /\d.*\b(?:road|rd|street|st|avenue|ave|lane|square|drive|court|way|box|rue|boulevard|place|calle|plaza|avenida|via|piazza|rua|praça)\b|(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring|calle|plaza|via|piazza|rua|ул\.|улица|проспект)[^\d]{0,40}\d/iu

/** A line that names what is behind its colon, as minutes do. */
export function isField(line: string): boolean {
  return labels.test(line)
}

/** Lines each of which names what it holds. */
export function areFields({lines}: Block): boolean {
  return isField(lines[0] ?? '') || lines.length > 1 && lines.every(line => labelled.test(line))
}

/** The day that a line of fields names as theirs. */
export function dayOfFields({lines}: Block): FoundDate | undefined {
  const line = lines.find(one => /^(?:date|datum|fecha|data|дата)\s?:/iu.test(one))
  return line === undefined ? undefined : findDate(line)
}

/** The greeting of a letter, alone on its line. */
export function isGreeting({lines}: Block): boolean {
  return lines.length === 1 && greeting.test(lines[0] ?? '')
}

/** Several lines, with a street and a number on one of them. */
export function isAddress({lines}: Block): boolean {
  return lines.length > 1 && lines.some(line => line.length < 100 && street.test(line) && !findDate(line))
}

/** The names in front of a colon that more than one block begins with: somebody speaks there. */
export function speakersIn(blocks: readonly Block[]): ReadonlySet<string> {
  const names = blocks.flatMap(({lines}) => nameOf(lines[0] ?? '') ?? [])
  return new Set(names.filter((name, index) => names.indexOf(name) < index))
}

/** Who speaks in a line, if it says so. */
export function nameOf(line: string): string | undefined {
  return labelled.test(line) ? line.slice(0, line.indexOf(':')).trim() : undefined
}

const records = /^(?:(?:draft|approved|summary) )?(?:minutes|notes|record|report|summary|agenda|protokoll|niederschrift|bericht|compte[- ]rendu|procès[- ]verbal|rapport|acta|informe|verbale|resoconto|ata|relatório|протокол|отчёт|speech|address|rede|discours|discurso|discorso|речь)(?![\p{L}\p{N}])/iu

/** Minutes, reports and speeches are of the day that they name. */
export function isRecord(line: string): boolean {
  return records.test(line)
}

/** The day that a record's title names, and the title without it and what led to it. */
export function recordDay(line: string): {readonly title: string; readonly found: FoundDate} | undefined {
  const found = findDate(line)
  if (!found || line.slice(found.end).replace(/^[).,;\s]+/, '') !== '') return undefined
  const title = line.slice(0, found.start).replace(/[\s([]+$/, '').replace(/(?:[,;:–—-]|\s(?:of|on|held on|from|dated|vom|am|von|du|de|del|della|di|do|da|от|за))\s*$/iu, '').replace(/(?:[,;:–—-]|\s(?:held))\s*$/iu, '').trim()
  return title === '' ? undefined : {title, found}
}
