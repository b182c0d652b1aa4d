/** Stars that begin or end nothing, where neither a note of the author's own nor a sum can be meant. */
import type {Finding, Written} from './written.ts'
import {shown} from './written.ts'

type Found = readonly (readonly [Written, Finding])[]

/** More single stars than this, each alone in its block, are a sign of the author's own. */
const mostSingle = 2

/** Find the stars of a text that print as they were typed, block by block. */
export function strayStars(blocks: readonly (readonly Written[])[]): Found {
  const starred = blocks.filter(block => block.some(({source}) => source.includes('*')))
  if (starred.length === 0) return []
  const texts = starred.flat().filter(({source}) => source.includes('*'))
  // Who marks notes by hand writes stars behind a word, and before the note.
  const doubleMarksNotes = texts.some(({source}) => /[\p{L}\p{N}.,;:!?…”’"')\]]\*\*(?![\p{L}\p{N}*])/u.test(source))
  const singleMarksNotes = texts.some(({source}) => /[\p{L}\p{N}.,;:!?…”’"')\]]\*(?![\p{L}\p{N}*])/u.test(source))
  const double = doubleMarksNotes ? [] : texts.flatMap(written => [...apartStars(written), ...lateStars(written), ...openStars(written)].map(finding => [written, finding] as const))
  const single = singleMarksNotes ? [] : starred.flatMap(singleStar)
  const late = singleMarksNotes ? [] : texts.flatMap(written => lateStar(written).map(finding => [written, finding] as const))
  return [...double, ...late, ...single.length > mostSingle ? [] : single]
}

/** `** words **`: a space on either side of both pairs of stars. */
function apartStars({source}: Written): readonly Finding[] {
  const found = [...source.matchAll(/(?<=^|\s)\*\*[ \t]+([^*\n]{1,200}?)[ \t]+\*\*(?=[\s.,;:!?]|$)/g)]
  return found.filter(({1: words = ''}) => /\p{L}{2}/u.test(words)).map(({index: at, 1: words = ''}) => (
    {at, actual: `spaces inside the stars of \`${shown(words)}\``, expected: `\`**${shown(words)}**\``, remedy: 'Take the spaces next to the stars out.'}
  ))
}

/** `**words **more`: the space stands before the closing stars, and not behind them. */
function lateStars({source}: Written): readonly Finding[] {
  return [...source.matchAll(/(?<=^|[\s(“„«"'])\*\*(?=[\p{L}\p{N}])([^*\n]{1,200}?)[ \t]+\*\*(?=[\p{L}\p{N}])/gu)].map(({index: at, 1: words = ''}) => (
    {at, actual: `space before the closing stars of \`${shown(words)}\``, expected: `\`**${shown(words)}** \``, remedy: 'Write the space behind the stars.'}
  ))
}

/** Two stars before a word, and none behind one in the same block. */
function openStars({source, areStarsBehind}: Written): readonly Finding[] {
  const stars = [...source.matchAll(/(?<![*\\\p{L}\p{N}])\*\*(?=[\p{L}\p{N}“„«‘"'(])/gu)]
  return stars.length !== 1 || areStarsBehind ? [] : stars.map(({index: at}) => unended(source, at, '**', 'two stars at the end of the strong words'))
}

/** A star before a word inside a line, and no other in the block: at the beginning it may mark a note. */
function singleStar(block: readonly Written[]): Found {
  if (block.flatMap(({source}) => source.match(/(?<![*\\])\*(?!\*)/g) ?? []).length !== 1) return []
  return block.flatMap(written => [...written.source.matchAll(/(?<=\S[ \t])\*(?=\p{L}{2})/gu)].map(({index: at}) => (
    [written, unended(written.source, at, '*', 'a star at the end of the words in italics')] as const
  )))
}

/** `*words * more`: a space on either side of the closing star, and no figure, which it might multiply. */
function lateStar({source}: Written): readonly Finding[] {
  return [...source.matchAll(/(?<=^|[\s(“„«"'])\*(?=\p{L}{2})([^*.!?\n]{0,200}?[^*.!?\n\p{N}])[ \t]+\*(?=[.,;:!?]|\s\P{N}|$)/gu)].map(({index: at, 1: words = ''}) => (
    {at, actual: `space before the closing star of \`${shown(words)}\``, expected: `\`*${shown(words)}* \``, remedy: 'Write the space behind the star.'}
  ))
}

function unended(source: string, at: number, stars: string, expected: string): Finding {
  return {at, actual: `\`${shown(/^\S+/.exec(source.slice(at))?.[0] ?? '')}\` that nothing ends`, expected, remedy: `Write \`${stars}\` right behind the last of them, or take ${stars.length > 1 ? 'these' : 'this one'} away.`}
}
