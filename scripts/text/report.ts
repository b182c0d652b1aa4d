/** How the rules of this room speak: through the file that they work on, as VFile messages. */
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {message, severities} from '../messages.ts'
import type {Message, RuleId} from '../types.ts'

/** Where a node stands; unist's shape, whose parts may all be missing. */
export type Positioned = {readonly position?: {readonly start: {readonly line?: number; readonly column?: number}} | undefined}

/** Add a message at a node (or at the file where the node is generated and has no place). */
export function report(file: VFile, ruleId: RuleId, node: Positioned | undefined, reason: string, remedy?: string): void {
  const {line, column} = node?.position?.start ?? {}
  const place = line === undefined || column === undefined ? undefined : {line, column}
  const vfileMessage = file.message(reason, {ruleId, source: 'pamphleteer', ...(place && {place})})
  if (remedy !== undefined) vfileMessage.note = remedy
}

/**
 * Turn what was said through a file into the pamphlet's messages; what no rule of ours said is left out, and what was
 * said of each part of a parted element is said once.
 */
export function messagesOf(file: VFile, name: string): readonly Message[] {
  const said = new Map(file.messages.map(item => [[item.line, item.column, item.ruleId, item.reason].join(' '), item]))
  return [...said.values()].flatMap(item => {
    const ruleId = item.ruleId
    return isRule(ruleId) ? [message(ruleId, {file: name, ...placeOf(item)}, item.reason, item.note)] : []
  })
}

function placeOf({line, column}: VFileMessage): {line?: number; column?: number} {
  return {...(line !== undefined && {line}), ...(column !== undefined && {column})}
}

function isRule(id: string | undefined): id is RuleId {
  return id !== undefined && Object.hasOwn(severities, id)
}
