/** Brings the press file before the checks: what its maker knows of it, and where its pages come from. */
import {paintPages} from './checks/preflight/marks.ts'
import type {Finding} from './checks/preflight/finding.ts'
import {messageOf, type Origin} from './checks/preflight/place.ts'
import {preflight} from './checks/preflight/preflight.ts'
import {conditionAdvice, mostInk} from './pdf/press/condition.ts'
import type {Pressed, PressedFile} from './pdf/press/press.ts'
import type {Message, Metadata, Pages} from './types.ts'

/** A file that was pressed, with all that was found in it. */
export type Checked = {readonly file: PressedFile; readonly findings: readonly Finding[]; readonly origin: Origin}

/** Check the press file and the cover. */
export function pressFindings({files}: Pressed, {print: {condition}}: Metadata, {blocks, sheet}: Pages): readonly Checked[] {
  const advice = conditionAdvice(condition)
  return files.map(file => {
    const {views, colour, conversions, isCover, printed} = file
    const findings = preflight({pages: paintPages(views), colour, conversions, isCover, mostInk, ...(advice !== undefined && {advice})})
    return {file, findings, origin: {printed, blocks, sheet}}
  })
}

/**
 * What a build says of its press file. Notes are for who asks to check; a picture below 150 ppi has its message from the
 * page already, whether it is pressed or not.
 */
export function pressMessages(checked: readonly Checked[]): readonly Message[] {
  const told = checked.flatMap(({findings, origin}) => findings
    .filter(({rule, severity}) => severity !== 'note' && !(rule === 'picture-resolution' && severity === 'error'))
    .map(finding => messageOf(finding, origin)))
  return [...new Map(told.map(message => [JSON.stringify([message.ruleId, message.place, message.reason]), message])).values()]
}
