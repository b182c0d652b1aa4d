/** HTML pasted from Word: what is taken out of it is said once, for it has a style in every tag. */
import type {Root} from 'hast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'

/** Lines of the source, both included. */
export type Stretch = {readonly from: number; readonly to: number}

const marks = /<\/?[ovw]:[a-z]|\bmso-|class=["']?Mso/i

/** Find the lines of HTML as Word writes it; paragraphs with an empty line between them are one stretch. */
export function wordStretches(tree: Root): readonly Stretch[] {
  const stretches: Stretch[] = []
  visit(tree, 'raw', ({value, position}, _index, parent) => {
    if (!position || !marks.test(value)) return
    const {start, end} = parent?.type === 'element' && parent.position ? parent.position : position
    const last = stretches.at(-1)
    if (last && start.line <= last.to + 2) stretches[stretches.length - 1] = {from: last.from, to: Math.max(last.to, end.line)}
    else stretches.push({from: start.line, to: end.line})
  })
  return stretches
}

/** Say once of each stretch what was said of its tags and attributes one by one. */
export function gatherRemoved(stretches: readonly Stretch[], file: VFile): void {
  for (const {from, to} of stretches) {
    const isOfStretch = ({ruleId, line}: VFile['messages'][number]) => ruleId === 'removed-html' && line !== undefined && line >= from && line <= to
    const [first] = file.messages.filter(isOfStretch)
    if (!first) continue
    file.messages = file.messages.filter(message => !isOfStretch(message))
    report(file, 'removed-html', {position: {start: {line: from, column: 1}}}, 'Unexpected HTML as Word writes it, expected Markdown', 'Its styles were taken out, and its words were kept. Bring such a text in with `npm run import -- FILE` (`.docx` or `.html`), which makes Markdown of it.')
  }
}
