/** Turns what was measured in the page into messages that point into the manuscript. */
import {message} from '../messages.ts'
import type {Message, Observation, Place} from '../types.ts'

/** Pictures below this many pixels an inch look soft in print. */
const leastPpi = 150

/** Say which pictures are too coarse for their size and which lines stand out of the type area. */
export function layoutMessages(observations: readonly Observation[]): readonly Message[] {
  const said = new Set<string>()
  return observations.flatMap(observation => {
    const found = observation.kind === 'image' ? resolution(observation) : overfull(observation)
    const key = found ? `${found.ruleId} ${observation.at}` : ''
    if (!found || said.has(key)) return []
    said.add(key)
    return [found]
  })
}

function resolution({at, naturalWidthPx, widthPx}: Extract<Observation, {kind: 'image'}>): Message | undefined {
  if (widthPx === 0) return undefined
  const ppi = Math.round(naturalWidthPx / (widthPx / 96))
  if (ppi >= leastPpi) return undefined
  return message('low-resolution', placeFrom(at), `Unexpected resolution of ${ppi} ppi, expected at least ${leastPpi} ppi at the printed size`, 'Bring a larger picture, or set it smaller.')
}

function overfull({at, overPx, text}: Extract<Observation, {kind: 'overfull'}>): Message {
  const mm = (overPx / 96 * 25.4).toFixed(1)
  return message('overfull-line', placeFrom(at), `Unexpected line ${mm} mm wider than the type area, expected one that fits (\`${text.trim()}\`)`, 'Shorten what cannot be broken, or give it a place to break with a soft hyphen (`&shy;`).')
}

function placeFrom(at: string): Place {
  const match = /^(.*):(\d+):(\d+)$/s.exec(at)
  return match ? {file: match[1] ?? '.', line: Number(match[2]), column: Number(match[3])} : {file: '.'}
}
