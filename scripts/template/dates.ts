/** Dates as readers write them. */

/** Write `YYYY`, `YYYY-MM` or `YYYY-MM-DD` in words of the language, as exactly as it was given. */
export function formatDate(date: string, lang: string): string {
  const [year, month, day] = date.split('-')
  if (month === undefined) return year ?? ''
  const instant = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? '1')))
  const parts: Intl.DateTimeFormatOptions = day === undefined ? {year: 'numeric', month: 'long'} : {year: 'numeric', month: 'long', day: 'numeric'}
  return new Intl.DateTimeFormat(lang, {...parts, timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn'}).format(instant)
}
