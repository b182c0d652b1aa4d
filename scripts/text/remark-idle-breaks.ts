/** Breaks that part nothing: their stars would stand alone at the beginning or the end of a chapter, or beside a head. */
import type {Root, RootContent, ThematicBreak} from 'mdast'
import type {VFile} from 'vfile'
import {report} from './report.ts'

/** So many lines are named, besides the first. */
const mostLines = 8

/** Say which breaks have no passage on one of their sides; they stay what they are. On the lines of `fences` stands what was told to be a fence of metadata. */
export function remarkIdleBreaks({fences}: {readonly fences: ReadonlySet<number>}) {
  return (tree: Root, file: VFile): void => {
    const content = withoutFences(tree, fences)
    const [first, ...others] = content.filter((node, index): node is ThematicBreak => isBreak(node) && (!isPassage(content[index - 1]) || !hasPassageBehind(content, index)))
    if (first) report(file, 'idle-break', first, `Unexpected break ${sideOf(content, first)}${also(others)}, expected text on both of its sides: its stars would stand there alone`, 'Take it out: a head, or a chapter of its own, parts the text by itself.')
  }
}

/** What belongs to the text; with a fence goes the break that closes it. */
function withoutFences({children}: Root, fences: ReadonlySet<number>): readonly RootContent[] {
  const content = children.filter(({type}) => type !== 'yaml' && type !== 'definition' && type !== 'footnoteDefinition')
  const [first, second, third] = content
  if (!isBreak(first) || !fences.has(first.position?.start.line ?? 0)) return content
  return isBreak(third) && second?.type === 'paragraph' ? content.slice(3) : content.slice(1)
}

function isBreak(node: RootContent | undefined): node is ThematicBreak {
  return node?.type === 'thematicBreak'
}

function isPassage(node: RootContent | undefined): boolean {
  return node !== undefined && node.type !== 'heading' && !isBreak(node)
}

/** Of several breaks in a row the first is none too many. */
function hasPassageBehind(content: readonly RootContent[], index: number): boolean {
  return isPassage(content.slice(index).find(node => !isBreak(node)))
}

function sideOf(content: readonly RootContent[], found: ThematicBreak): string {
  const before = content[content.indexOf(found) - 1]
  if (before === undefined) return 'above the text'
  if (before.type === 'heading') return 'right below a head'
  if (isBreak(before)) return 'right below another'
  return content.at(content.indexOf(found) + 1)?.type === 'heading' ? 'right above a head' : 'at the end'
}

function also(others: readonly ThematicBreak[]): string {
  const lines = others.flatMap(({position}) => position?.start.line ?? [])
  if (lines.length === 0) return ''
  const more = lines.length > mostLines ? ` and ${lines.length - mostLines} more` : ''
  return ` (others like it in line${lines.length === 1 ? '' : 's'} ${lines.slice(0, mostLines).join(', ')}${more})`
}
