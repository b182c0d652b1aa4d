/** Raw HTML that stays, as the parser is to see it. */
import type {ElementContent} from 'hast'
import type {Piece} from './raw-pieces.ts'
import {disguiseClasses} from './written-classes.ts'

/** The marks by which rules know notes, pages and terms are theirs alone: in a tag of the author's they get a name that may not stay; classes get one to be judged by. */
export function withoutMarks(piece: Piece): Piece {
  if (piece.kind !== 'opening') return piece
  return {...piece, value: disguiseClasses(piece.value).replaceAll(/=\s*(?:"[^"]*"|'[^']*'|[^\s"'>][^\s>]*)|data-(?=(?:index|noteref|page-ref)[\s=/>])/gi, found => found.startsWith('=') ? found : found.replace('-', ':'))}
}

/** What follows on what was kept before is one piece with it, so that the parser sees it as it was written. */
export function keepHtml(kept: ElementContent[], {value, position}: Piece): void {
  const last = kept.at(-1)
  if (last?.type === 'raw' && last.position?.end.offset === position.start.offset) {
    kept[kept.length - 1] = {type: 'raw', value: last.value + value, position: {start: last.position?.start ?? position.start, end: position.end}}
  } else kept.push({type: 'raw', value, position})
}
