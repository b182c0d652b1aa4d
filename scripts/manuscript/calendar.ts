/** Dates as people write them: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */

/** The first instant of a year, month or day in UTC; undefined where the calendar has no such date. */
export function startOf(date: string): Date | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date)
  if (!match) return undefined
  const [, year = '', month = '01', day = '01'] = match
  const instant = new Date(`${year}-${month}-${day}T00:00:00Z`)
  // The parser turns 30 February into 1 March; year 0 is not one of the calendar.
  const isReal = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(`${year}-${month}-${day}`) && Number(year) > 0
  return isReal ? instant : undefined
}

/** What the calendar has in place of a date that is written well and is none, such as 30 February; undefined of any other. */
export function nearestDate(date: string): string | undefined {
  const [, year = '', month = '', day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? []
  if (month === '' || startOf(date) || Number(year) === 0) return undefined
  if (!startOf(`${year}-${month}`)) return 'a month from `01` to `12`'
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return day === undefined ? undefined : `a day from \`01\` to \`${last}\`: that month has no other`
}
