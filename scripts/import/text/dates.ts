/** Dates as people write them at the head of an article. */

export type ReadDate = {
  /** `YYYY-MM-DD`, or `YYYY-MM` where no day is given. */
  readonly date: string
  /** The order of the parts is the American one. */
  readonly isAmerican: boolean
}

const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'ru']

/** Month names and their short forms, in the languages of the program, from the names that Unicode gives them. */
const months: ReadonlyMap<string, number> = new Map(languages.flatMap(language => Array.from({length: 12}, (_, month) => month).flatMap(month =>
  [{month: 'long'}, {month: 'short'}, {month: 'long', day: 'numeric'}, {month: 'short', day: 'numeric'}].map(options => [nameOf(language, month, options), month + 1] as const))))

function nameOf(language: string, month: number, options: {readonly month: string; readonly day?: string}): string {
  const format = new Intl.DateTimeFormat(language, {month: options.month === 'long' ? 'long' : 'short', ...(options.day !== undefined && {day: 'numeric'}), timeZone: 'UTC'})
  const part = format.formatToParts(new Date(Date.UTC(2024, month, 1))).find(({type}) => type === 'month')
  return plain(part?.value ?? '')
}

function plain(name: string): string {
  return name.toLowerCase().replace(/\.$/, '')
}

const weekday = String.raw`(?:\p{L}+,? )?`
const month = String.raw`(\p{L}+)\.?`
const forms: readonly {readonly pattern: RegExp; readonly order: 'ymd' | 'dmy' | 'mdy' | 'my'}[] = [
  {pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})$/, order: 'ymd'},
  {pattern: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, order: 'dmy'},
  // Only where one of the two can be no month.
  {pattern: /^(1[3-9]|2\d|3[01])\/(\d{1,2})\/((?:\d\d)?\d\d)$/, order: 'dmy'},
  {pattern: /^(\d{1,2})\/(1[3-9]|2\d|3[01])\/((?:\d\d)?\d\d)$/, order: 'mdy'},
  {pattern: new RegExp(String.raw`^${weekday}${month} (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$`, 'u'), order: 'mdy'},
  {pattern: new RegExp(String.raw`^${weekday}(\d{1,2})(?:st|nd|rd|th|er|\.)? (?:de |of )?${month},?(?: de)? (\d{4})(?: г\.?)?$`, 'u'), order: 'dmy'},
  {pattern: new RegExp(String.raw`^${month},? (?:de )?(\d{4})$`, 'u'), order: 'my'}
]

/** Read a line that is a date and nothing else; undefined where it is none. `1/2/2024` is none: nobody knows which. Years of two figures are of this century. */
export function readDate(line: string): ReadDate | undefined {
  const text = line.trim().replace(/\s+/g, ' ').replace(/[.,;]$/, '')
  if (text.length > 60) return undefined
  for (const {pattern, order} of forms) {
    const [first = '', second = '', third = ''] = pattern.exec(text)?.slice(1) ?? []
    const parts = {ymd: [first, second, third], dmy: [third, second, first], mdy: [third, first, second], my: [second, first]}[order]
    const date = first === '' ? undefined : isoDate(parts)
    if (date !== undefined) return {date, isAmerican: order === 'mdy'}
  }
  return undefined
}

/** A date inside a line, with its day: where it begins and ends. */
export type FoundDate = ReadDate & {readonly start: number; readonly end: number}

const insideLines = forms.filter(({order}) => order !== 'my').map(({pattern}) => new RegExp(`(?<![\\p{L}\\p{N}])${pattern.source.slice(1, -1).replace(weekday, '')}(?![\\p{L}\\p{N}])`, 'u'))
const weekdays: ReadonlySet<string> = new Set(languages.flatMap(language => Array.from({length: 7}, (_, day) => new Intl.DateTimeFormat(language, {weekday: 'long', timeZone: 'UTC'}).format(new Date(Date.UTC(2024, 0, day + 1))).toLowerCase())))

/** Find the first date in a line that has a day; undefined where there is none. The day of the week belongs to it. */
export function findDate(line: string): FoundDate | undefined {
  if (line.length > 200) return undefined
  const found = insideLines.flatMap((pattern): readonly FoundDate[] => {
    const inside = pattern.exec(line)
    const read = inside ? readDate(inside[0]) : undefined
    if (!inside || !read) return []
    const named = /(?:^|\s)(\p{L}+),? $/u.exec(line.slice(0, inside.index))
    return [{...read, start: inside.index - (weekdays.has(named?.[1]?.toLowerCase() ?? '') ? named?.[0].trimStart().length ?? 0 : 0), end: inside.index + inside[0].length}]
  })
  return found.toSorted((a, b) => a.start - b.start)[0]
}

function isoDate([year = '', monthText = '', day]: readonly string[]): string | undefined {
  const number = /^\d+$/.test(monthText) ? Number(monthText) : months.get(plain(monthText))
  if (number === undefined || number < 1 || number > 12) return undefined
  const date = [year.length === 2 ? `20${year}` : year, String(number), day].filter(part => part !== undefined).map(part => part.padStart(2, '0')).join('-')
  const instant = new Date(day === undefined ? `${date}-01` : date)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : undefined
}
