/** The mark below the last line that tells an editor that nothing more comes: `ENDS`, `-30-`, `###`. */
import type {Remark} from '../imported.ts'
import {lost} from '../imported.ts'
import type {Block} from './blocks.ts'
import {joined} from './blocks.ts'

const words = /^(?:[-–—*#/[(]\s*)*(?:ENDS?|Ends|ENDE|FIN|FINE|FIM|EINDE|КОНЕЦ)(?:\s*[-–—*#/\])])*$/
const marks = /^(?:[-–—]\s?30\s?[-–—]|(?:#\s?){3})$/
const mostBehind = 8

/** Take the mark out; what stands behind it stays, and is told, since it is meant for the editor. */
export function withoutEndMark(blocks: readonly Block[]): {readonly blocks: readonly Block[]; readonly remarks: readonly Remark[]} {
  const at = blocks.findLastIndex((block, index) => index > 0 && index >= blocks.length - 1 - mostBehind && isEndMark(block, blocks[index + 1]))
  const mark = blocks[at]
  if (!mark) return {blocks, remarks: []}
  const behind = at < blocks.length - 1 ? '; what stands behind it stays: look whether it is meant for readers' : ''
  return {blocks: blocks.filter(block => block !== mark), remarks: [lost(`the mark of the end, \`${joined(mark)}\`${behind}`)]}
}

/** Three hashes part sections, too: they end a text where nothing follows, or what is meant for the editor. */
function isEndMark(block: Block, next: Block | undefined): boolean {
  const text = joined(block)
  const isParting = text.startsWith('#') && marks.test(text) && next !== undefined && !/^(?:notes?|editors?|contacts?|for (?:more|further)|media|press|about|photos?|pictures?|hinweise?|kontakt|contatt[oi]|contacto)\b/i.test(joined(next))
  return block.lines.length === 1 && !isParting && (words.test(text) || marks.test(text))
}
