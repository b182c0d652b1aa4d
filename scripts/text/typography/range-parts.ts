/** What ranges are made of, be their hyphen between spaces or not, as parts of patterns. */
import {joinedClass} from './characters.ts'

/** A range begins with a number that is no part of another, nor of a code or a date. */
export const before = String.raw`(?<![${joinedClass}]|\d[.,:])`
export const number = String.raw`\d{1,4}(?:[.,]\d{1,2})?`
export const hour = String.raw`(?:[01]?\d|2[0-4])`
export const clock = String.raw`${hour}(?:[.:][0-5]\d)?`
export const toTheMinute = String.raw`${hour}[.:][0-5]\d`
/** Of the day. */
export const half = String.raw` ?[ap](?:m|\.m\.)`

/** Make patterns of their sources when a text first needs them: that takes long, and most texts have no ranges. */
export function patternsOf(sources: readonly string[]): () => readonly RegExp[] {
  let made: readonly RegExp[] | undefined
  return () => made ??= sources.map(source => new RegExp(source, 'giu'))
}
