/** Places in the manuscript, as blocks carry them. */
import type {Place} from './types.ts'

/** Read `file:line:column`; the file's name may hold colons of its own. Undefined where it is none. */
export function placeFrom(at: string): Required<Place> | undefined {
  const match = /^(.*):(\d+):(\d+)$/s.exec(at)
  return match?.[1] === undefined ? undefined : {file: match[1], line: Number(match[2]), column: Number(match[3])}
}
