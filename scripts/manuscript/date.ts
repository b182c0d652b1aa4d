/** The date of a build: from what is given, never from the clock. */
import type {BuildDate} from '../types.ts'
import {UsageError} from '../types.ts'
import {startOf} from './calendar.ts'
import {literal} from './literal.ts'

/** Where a date may come from, in this order: `--date`, SOURCE_DATE_EPOCH, the metadata, the manuscript's last commit. */
export type DateSources = {
  readonly option?: string
  readonly sourceDateEpoch?: string
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, checked. */
  readonly metadataDate?: string
  readonly lastCommit: () => Promise<Date | undefined>
}

/** 1980-01-01: the first date that a zip file can hold. */
const fallback = new Date(Date.UTC(1980, 0, 1))

/**
 * Choose the date. `printed` is as exact as its source: a year alone stays a year; times are printed as their day in
 * UTC. The instant is kept as it is, also where a zip file cannot hold it. Throws UsageError for a bad option or variable.
 */
export async function buildDate({option, sourceDateEpoch, metadataDate, lastCommit}: DateSources): Promise<BuildDate> {
  if (option !== undefined) return fromOption(option)
  if (sourceDateEpoch !== undefined) return fromEpoch(sourceDateEpoch)
  const instant = metadataDate === undefined ? undefined : startOf(metadataDate)
  if (instant && metadataDate !== undefined) return {instant, printed: metadataDate}
  const committed = await lastCommit()
  return committed && isPrintable(committed) ? {instant: committed, printed: dayOf(committed)} : {instant: fallback}
}

const expectedOption = 'Give a date such as `2024-01-15` or `2024-01-15T10:30:00Z`.'

function fromOption(option: string): BuildDate {
  const start = startOf(option)
  if (start) return {instant: start, printed: option}
  const match = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)([Zz]|[+-]\d{2}:?\d{2})?$/.exec(option)
  const [, day = '', time = '', zone = 'Z'] = match ?? []
  const instant = new Date(`${day}T${time}${zone.toUpperCase().replace(/^(...)(\d\d)$/, '$1:$2')}`)
  if (!startOf(day) || !isPrintable(instant)) throw new UsageError(`Unexpected date ${literal(option)}, expected an ISO 8601 date`, expectedOption)
  return {instant, printed: dayOf(instant)}
}

function fromEpoch(value: string): BuildDate {
  const instant = new Date(/^\d{1,13}$/.test(value) ? Number(value) * 1000 : NaN)
  if (!isPrintable(instant)) {
    throw new UsageError(`Unexpected SOURCE_DATE_EPOCH ${literal(value)}, expected a whole number of seconds since 1970, up to the year 9999`, 'Set it to such a number, or unset it.')
  }
  return {instant, printed: dayOf(instant)}
}

/** Years of four digits, as ISO 8601 writes them. */
function isPrintable(instant: Date): boolean {
  const year = instant.getUTCFullYear()
  return year > 0 && year < 10_000
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}
