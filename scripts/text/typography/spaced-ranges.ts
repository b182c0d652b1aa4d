/** Ranges with a space on either side of their hyphen, where a unit, an hour or a currency says that nothing is taken away: `6 - 8 pm`. */
import {joinedClass} from './characters.ts'
import {before, clock, half, hour, number, patternsOf, toTheMinute} from './range-parts.ts'

const end = String.raw`(?![${joinedClass}]|[.,:]\d| ?=)`

/** What is counted and measured from so many to so many, in the languages that have words here. */
const counted = 'hours? hrs? minutes? mins? days? weeks? months? years? miles? feet inches pounds people persons Uhr Std Stunden Minuten Tagen? Wochen Monaten? Jahren? Personen Euro heures? jours semaines mois ans minutes personnes euros horas días semanas meses años minutos personas ore giorni settimane mesi anni minuti persone dias anos pessoas uur dagen weken maanden jaar часов часа дней дня лет года человек km m cm mm kg g lb lbs oz ml l'

/** The end of a measure: a unit behind a number. */
export const unitBehind = String.raw`(?=[ \n\u00A0]?(?:${counted.split(' ').join('|')})(?![\p{L}\p{N}]))`

const patterns = patternsOf([
  String.raw`${before}(${clock})((?:${half})? )- ${clock}(?:${half}|(?= noon| midnight))(?![${joinedClass}])`,
  String.raw`${before}(${toTheMinute})( )- ${toTheMinute}${end}`,
  String.raw`${before}(${clock})( ?h(?:[0-5]\d)? )- ${hour} ?h(?:[0-5]\d)?${end}`,
  String.raw`${before}(${number})( )- ${number}${unitBehind}`,
  String.raw`${before}(${number})( ?% )- ${number}(?= ?%)`,
  String.raw`(\p{Sc} ?${number})( )- \p{Sc} ?${number}${end}`
])

/** Where the hyphens of such ranges stand. */
export function spacedRanges(text: string): ReadonlySet<number> {
  if (!/[\d%hm.] - \D?\d/.test(text)) return new Set()
  return new Set(patterns().flatMap(kind => [...text.matchAll(kind)].flatMap(({index, 0: range, 1: first = '', 2: space = ''}) => isRising(first, range) ? [index + first.length + space.length] : [])))
}

/** `8 - 3 hours` may be a sum; a clock may go on past noon. */
function isRising(first: string, range: string): boolean {
  const isClock = /[ap]\.?m|[.:]\d\d|h/i.test(range)
  return isClock || valueOf(first) < valueOf(range.slice(range.indexOf('- ') + 2))
}

function valueOf(amount: string): number {
  return Number.parseFloat(amount.replace(/^\p{Sc} ?/u, '').replace(',', '.'))
}
