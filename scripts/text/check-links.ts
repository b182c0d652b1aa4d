/** Definitions of links, `[label]: address`: each has its reference, each reference its definition, as notes do. */
import type {Definition, Root, Text} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'
import {pointIn} from './source-points.ts'

/** A definition without an address, or with `//` for a label, is how Markdown writes a comment. */
const comment = ({identifier, url}: Definition) => url === '' || url === '#' || identifier === '//'

/** `[words][label]` that is left as text. */
const reference = /(?<!\\|\])\[([^[\]\n]{1,200})\]\[([^[\]\n^]{1,200})\]/g

/** Say which definitions are second ones or never used, and which references have none. */
export function checkLinks(tree: Root, file: VFile): void {
  const definitions = new Map<string, Definition>()
  const used = new Set<string>()
  visit(tree, node => {
    if (node.type === 'definition' && definitions.has(node.identifier)) reportDuplicate(file, node)
    else if (node.type === 'definition' && !comment(node)) definitions.set(node.identifier, node)
    else if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier)
    else if (node.type === 'text') reportUndefined(file, node)
  })
  for (const [identifier, definition] of definitions) if (!used.has(identifier)) reportUnused(file, definition)
}

function reportDuplicate(file: VFile, definition: Definition): void {
  report(file, 'duplicate-link', definition, `Unexpected second definition of \`[${labelOf(definition)}]\`, expected one a label: the first one counts`, 'Give one of the two another label, or take it out.')
}

function reportUnused(file: VFile, definition: Definition): void {
  report(file, 'unused-link', definition, `Unexpected definition of \`[${labelOf(definition)}]\` that nothing refers to, expected a link \`[…][${labelOf(definition)}]\` in this file`, 'Refer to it, or take it out.')
}

/** The parser leaves a reference without a definition as text. */
function reportUndefined(file: VFile, {value, position}: Text): void {
  if (!value.includes('][') || !position) return
  const {start, end} = position
  const source = String(file.value).slice(start.offset, end.offset)
  for (const {0: written, 2: label = '', index} of source.matchAll(reference)) {
    report(file, 'undefined-link', {position: {start: pointIn(source, index, start)}}, `Unexpected link \`${written.slice(0, 80)}\` without its address, expected a definition \`[${label.slice(0, 80)}]: …\` in this file`, 'Write the definition, or put a backslash before the brackets to keep them as text.')
  }
}

function labelOf({label, identifier}: Definition): string {
  return (label ?? identifier).slice(0, 80)
}
