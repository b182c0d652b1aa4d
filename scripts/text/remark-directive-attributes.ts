/** What a directive is given and cannot use: its words would be lost. */
import type {Root} from 'mdast'
import type {} from 'remark-directive'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'

/** What every directive takes. */
const common = ['id', 'class']
const own: Readonly<Record<string, readonly string[]>> = {figure: ['src', 'alt']}

/** What was meant, where people write an attribute for what has another form. */
const forms: Readonly<Record<string, string>> = {
  title: 'A title stands in brackets behind the name: `:::aside[Title]`.',
  caption: 'The caption is what stands between the two lines of colons; that of a table stands in brackets: `:::table[Caption]`.',
  by: 'The source of an epigraph is its last line, behind a dash: `— Ada Press`.'
}

/** Report attributes that their directive does not know, and notes in the imprint, which has no foot to set them at. */
export function remarkDirectiveAttributes() {
  return (tree: Root, file: VFile): void => {
    visit(tree, node => {
      if (node.type !== 'containerDirective' && node.type !== 'leafDirective') return
      const known = [...common, ...own[node.name] ?? []]
      for (const name of Object.keys(node.attributes ?? {})) {
        if (!known.includes(name)) report(file, 'unknown-attribute', node, `Unexpected attribute \`${name}\` of \`${node.name}\`, expected none but ${known.map(each => `\`${each}\``).join(', ')}: so it is left out`, forms[name] ?? 'Write what it says into the text of the directive.')
      }
      if (node.name === 'imprint') visit(node, 'footnoteReference', reference => report(file, 'note-in-imprint', reference, 'Unexpected note in the imprint, expected none: it has no foot to stand at', 'Write what the note says into the imprint itself.'))
    })
  }
}
