/**
 * Where the direction of a text may change, as patterns of pieces that never do (Unicode Bidirectional Algorithm, UAX #9). A
 * piece may be shorter than what the browser draws in one go, and is never longer.
 */
import {leftwardPattern} from '../../writing.ts'

/** `leftward`: a letter that runs to the left. The others cut a text into pieces, by the direction of the text around. */
export type RunPatterns = {readonly leftward: string; readonly amongLeftward: string; readonly amongRightward: string; readonly anywhere: string}

/** Left-to-right letters; the marks and the joiners that go with any letter. */
const [rightward, joined] = [String.raw`(?:(?!${leftwardPattern})[\p{L}\p{Nl}])`, String.raw`[\p{M}\u00AD\u200B-\u200D\u2060\uFE0E\uFE0F]`]

/** European figures run as the letters before them do (W7); Arabic ones never do. Between two, a single separator is theirs (W4). */
const figures = String.raw`(?:[0-9]+(?:[.,:/][0-9]+)*|\p{Nd}+)`
const european = String.raw`[0-9\u06F0-\u06F9]`

/**
 * Brackets run as what they hold does (N0), signs of currency and per cent as figures do beside them (W5), and signs that
 * only steer the direction may change it: each is a piece by itself, as is a tab (L1).
 */
const alone = String.raw`[\p{Ps}\p{Pe}#%\p{Sc}\xB0\xB1\u2030-\u2034\u2213\u0609\u060A\u066A\t\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]`

/** All other signs and spaces run as the letters on both sides, or else as the text around (N1, N2). */
const sign = String.raw`(?:(?!${alone}|${leftwardPattern}|${rightward}|\p{Nd})[^])`

const leftwardWords = `${leftwardPattern}(?:(?:${leftwardPattern}|${sign})*(?:${leftwardPattern}|${joined}))?`
const rightwardWords = `${rightward}(?:(?:${rightward}|${joined}|${european}|${sign})*(?:${rightward}|${joined}|${european}))?`
const single = `(?:${alone}|${sign})${joined}*`

export const runPatterns: RunPatterns = {
  leftward: leftwardPattern,
  // Signs beside a word to the left run as it does: so does the text around.
  amongLeftward: `${sign}*${leftwardPattern}(?:${leftwardPattern}|${sign})*|${rightwardWords}|${figures}|${single}`,
  // Behind a word to the right all runs to the right up to the next word to the left, but for Arabic figures.
  amongRightward: String.raw`${sign}*${rightward}(?:(?!${leftwardPattern}|[\u0600-\u0605\u0660-\u0669\u066B\u066C\u06DD\t\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069])[^])*|${leftwardWords}|${figures}|${single}`,
  anywhere: `${leftwardWords}|${rightwardWords}|${figures}|${single}`
}
