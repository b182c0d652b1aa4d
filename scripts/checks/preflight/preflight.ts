/** Everything that is looked at before a file goes to a shop, to a copier or to readers. */
import {blank} from './blank.ts'
import {bleed} from './bleed.ts'
import {boxes} from './boxes.ts'
import {colour} from './colour.ts'
import {condition} from './condition.ts'
import type {Check, Finding, Job} from './finding.ts'
import {fonts} from './fonts.ts'
import {hairline} from './hairline.ts'
import {ink} from './ink.ts'
import {nearTrim} from './near-trim.ts'
import {pageCount} from './page-count.ts'
import {pageSize} from './page-size.ts'
import {elsewhere, type Purpose} from './purpose.ts'
import {reading} from './reading.ts'
import {resolution} from './resolution.ts'
import {rgb} from './rgb.ts'

const checks: Readonly<Record<Purpose, readonly Check[]>> = {
  press: [boxes, condition, pageSize, colour, rgb, fonts, resolution, nearTrim, bleed, ink, hairline, pageCount, blank],
  copier: [elsewhere, pageSize, fonts, resolution, hairline, blank],
  reading: [elsewhere, reading, fonts, resolution, blank]
}

/** So many findings of one rule on one page say it all. */
const mostAlike = 8

/** Run the checks of what the file was made for, a press unless it is told. Findings stand in the order of the pages, those of the whole file first. */
export function preflight(job: Job): readonly Finding[] {
  const advice: readonly Finding[] = job.advice === undefined || job.colour === 'black' ? [] : [{rule: 'printing-condition', severity: 'note', reason: 'Unexpected standard printing condition, expected the shop\'s own', remedy: job.advice}]
  const found = [...advice, ...checks[job.purpose ?? 'press'].flatMap(check => check(job))]
  const counts = new Map<string, number>()
  const few = found.filter(({rule, page}) => {
    const key = `${rule} ${page ?? ''}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
    return (counts.get(key) ?? 0) <= mostAlike
  })
  return few.toSorted((a, b) => (a.page ?? 0) - (b.page ?? 0))
}
