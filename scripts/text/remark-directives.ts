/** The directives of the dialect: what each becomes in HTML. A directive is one function in `directives/` and one line of the table. */
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {aside, captioned, figure} from './directives/boxes.ts'
import {reportContent} from './directives/content.ts'
import {element, isLeaf, type Directive} from './directives/directive.ts'
import {epigraph} from './directives/epigraph.ts'
import {pagebreak} from './directives/page-break.ts'
import {pullquote} from './directives/pullquote.ts'
import {nestedAlike, unclosedIn} from './directives/unclosed.ts'
import {verse} from './directives/verse.ts'
import {nearestName} from './nearest.ts'
import {report} from './report.ts'

const directives: Readonly<Record<string, (node: Directive, source: string) => void>> = {
  epigraph,
  verse,
  pullquote,
  figure,
  aside,
  table: node => captioned(node, 'captioned'),
  timeline: node => captioned(node, 'timeline'),
  pagebreak,
  imprint: node => element(node, 'div', ['imprint'])
}

/** The names that the dialect knows, in alphabetical order. */
export const directiveNames: readonly string[] = Object.keys(directives).toSorted()

/** Give every known directive its HTML; report the others and keep what they hold. */
export function remarkDirectives() {
  return (tree: Root, file: VFile): void => {
    const unclosed = new Set(unclosedIn(tree, String(file.value)))
    for (const node of unclosed) reportUnclosed(file, node, nestedAlike(node, String(file.value))?.name)
    visit(tree, (node): void => {
      if (node.type !== 'containerDirective' && node.type !== 'leafDirective') return
      const apply = Object.hasOwn(directives, node.name) ? directives[node.name] : undefined
      if (apply) {
        if (!unclosed.has(node) || !isLeaf(node.name)) reportContent(node, file)
        apply(node, String(file.value))
      } else reportUnknown(file, node)
    })
  }
}

/** Where it holds another, either its end is missing or it was meant to hold that: then it needs more colons. */
function reportUnclosed(file: VFile, {name, position}: Directive, inner: string | undefined): void {
  if (isLeaf(name)) {
    report(file, 'unclosed-directive', {position}, `Unexpected directive \`${name}\` behind three colons that nothing closes, expected two, \`::${name}\``, 'Write two colons: what holds nothing needs no closing line.')
    return
  }
  const nested = inner === undefined || inner === name ? '' : ` Where it is meant to hold \`${inner}\`, write \`::::${name}\` here and \`::::\` behind all that it holds.`
  report(file, 'unclosed-directive', {position}, `Unexpected directive \`${name}\` that is never closed, expected a line \`:::\` at its end`, `Write three colons on a line of their own behind the block.${nested}`)
}

/** What other dialects call what is a directive here, or a sign of Markdown. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ...['quote', 'blockquote', 'quotation', 'cite'].map(name => [name, 'For a quotation write `> ` before each line; `pullquote` repeats a sentence of the text in large.'] as const),
  ...['note', 'tip', 'info', 'warning', 'caution', 'important', 'callout', 'box', 'sidebar', 'admonition'].map(name => [name, 'For a box write `:::aside[Title]`.'] as const),
  ...['poem', 'poetry', 'lines'].map(name => [name, 'For lines that stay lines write `:::verse`.'] as const),
  ...['image', 'img', 'picture'].map(name => [name, 'For a picture write `:::figure{src="…" alt="…"}`.'] as const),
  ...['newpage', 'page', 'break'].map(name => [name, 'For a new page write `::pagebreak`.'] as const),
  ...['index', 'register'].map(name => [name, 'The index comes by itself, behind the text: `:index[words]` marks the places that it names.'] as const),
  ...['toc', 'contents'].map(name => [name, 'The contents come by themselves, from the heads: take the directive out.'] as const),
  ...['notes', 'footnotes', 'endnotes'].map(name => [name, 'Notes come by themselves: write `[^a]` in the text and `[^a]: …` on a line of its own.'] as const),
  ['motto', 'For a motto write `:::epigraph`.'],
  ['colophon', 'For what says who made it write `:::imprint`.']
])

function reportUnknown(file: VFile, node: Directive): void {
  const nearest = nearestName(node.name, directiveNames, 0.5)
  const remedy = otherNames.get(node.name.toLowerCase()) ?? (nearest === undefined ? 'Write one of these names, or take the colons away.' : `Did you mean \`${nearest}\`?`)
  report(file, 'unknown-directive', node, `Unexpected directive \`${node.name}\`, expected one of ${directiveNames.map(name => `\`${name}\``).join(', ')}`, `${remedy} To keep colons as text, put a backslash before the first.`)
  element(node, 'div', [])
}
