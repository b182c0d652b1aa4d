/** Lists that justified lines do not suit: short entries with long names, as those of a reading list, are set ragged. */
import type {Broken} from './draft.ts'

/** A line that is loose to the eye: its ratio. */
const loose = 2

/** Of the lines of a list not more than this share may be loose. */
const looseShare = 0.05

/** Set lists ragged that have too many loose lines; tells which paragraphs stay to be justified. */
export function withoutRagged(paragraphs: readonly Broken[]): readonly Broken[] {
  const lists = Map.groupBy(paragraphs, ({draft: {reading: {element}}}) => element.closest<HTMLElement>('ul, ol, dl'))
  return [...lists].flatMap(([list, own]) => {
    if (!list || !isLoose(own)) return own
    for (const {draft: {reading: {element}}} of own) Object.assign(element.style, {textAlign: 'start', hyphens: 'manual'})
    return []
  })
}

function isLoose(paragraphs: readonly Broken[]): boolean {
  const lines = paragraphs.flatMap(paragraph => paragraph.lines)
  return lines.filter(({ratio}) => ratio > loose).length > lines.length * looseShare
}
