/** Heads that an editor marks by a colon behind them, or by stars or lines around them. */
import type {Block} from './blocks.ts'
import {canBeHead, isParagraph} from './blocks.ts'

const marks = [/^(?<head>[^:]+\S) ?:$/u, /^(?<sign>[*_]{1,3})(?<head>[^*_]+)\k<sign>$/u]

/** Take the marks off, where several lines have the same: one alone may be a sentence, or a word that is stressed. */
export function withoutHeadMarks(blocks: readonly Block[]): readonly Block[] {
  return marks.reduce((all, mark) => {
    const heads = all.map((block, index) => bareHead(block, all[index + 1], mark))
    return heads.filter(head => head !== undefined).length < 2 ? all : all.map((block, index) => heads[index] ?? block)
  }, blocks)
}

function bareHead({lines, indent}: Block, next: Block | undefined, mark: RegExp): Block | undefined {
  const head = lines.length === 1 ? mark.exec(lines[0] ?? '')?.groups?.['head']?.trim() : undefined
  const bare = head === undefined ? undefined : {lines: [head], indent}
  return bare && canBeHead(bare) && next && isParagraph(next) ? bare : undefined
}
