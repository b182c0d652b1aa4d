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
