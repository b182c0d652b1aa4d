/** What a directive cannot be without, and what it has no place for. */
import type {Nodes} from 'mdast'
import {visit, EXIT} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from '../report.ts'
import {isLabel, isLeaf, type Directive} from './directive.ts'

type Fault = readonly [actual: string, expected: string, remedy: string]

const noTable: Fault = ['without a table', 'one between its lines of colons', 'Write the table there, with a blank line before it.']
const noPicture: Fault = ['without a picture', '`src=` with the name of one', 'Write `:::figure{src=name.png alt="What it shows"}`; words alone belong into `:::aside`.']
const noText: Fault = ['with nothing in it', 'text between its lines of colons', 'Write the text there, or take the directive out.']
const strayText: Fault = ['with text in it', 'none', 'The text was set behind the break. Write two colons, `::pagebreak`, which need no closing line.']
const strayLabel: Fault = ['with words in brackets behind its name', 'none', 'They were set as text. Write them into the directive, or above it as a head.']

/** Two colons are a line that holds nothing. */
function faultOfColons({type, name, children}: Directive): Fault | undefined {
  if (type !== 'leafDirective' || isLeaf(name) || name === 'figure' || name !== 'table' && name !== 'timeline' && children.length > 0) return undefined
  return ['behind two colons, which hold nothing', `three, \`:::${name}\``, 'Write three colons before it, and `:::` on a line of its own behind what it holds.']
}

const faults: Readonly<Record<string, (node: Directive) => Fault | undefined>> = {
  aside: node => node.children.length === 0 ? noText : undefined,
  figure: node => node.attributes?.['src'] || holds(node, 'image') ? undefined : noPicture,
  pagebreak: node => node.children.length > 0 ? strayText : undefined,
  table: node => holds(node, 'table') ? undefined : noTable,
  timeline: node => holds(node, 'table') ? undefined : noTable
}

/** What is amiss in those that hold text, and take no label. */
function faultOfText({children: [first]}: Directive): Fault | undefined {
  if (first === undefined) return noText
  return first.type === 'paragraph' && isLabel(first) ? strayLabel : undefined
}

/** Say what is missing in a known directive, or too much. Nothing is lost by it. */
export function reportContent(node: Directive, file: VFile): void {
  const fault = faultOfColons(node) ?? (Object.hasOwn(faults, node.name) ? faults[node.name] : faultOfText)?.(node)
  if (!fault) return
  const [actual, expected, remedy] = fault
  report(file, 'directive-content', node, `Unexpected \`${node.name}\` ${actual}, expected ${expected}`, remedy)
}

/** Raw HTML may be what is looked for. */
function holds(node: Directive, type: Nodes['type']): boolean {
  let isFound = false
  visit(node, found => {
    if (found.type !== type && found.type !== 'html') return undefined
    isFound = true
    return EXIT
  })
  return isFound
}
