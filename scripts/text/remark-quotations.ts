/** `> — Ada Press` at the end of a quotation says where it is from: it is set apart, as the source of an epigraph is. */
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {hasSource} from './directives/has-source.ts'
import {takeSource} from './directives/source-line.ts'

/** Name the source of each quotation that has one: its last paragraph, or its last line, behind a dash. */
export function remarkQuotations() {
  return (tree: Root): void => {
    visit(tree, 'blockquote', quotation => {
      if (hasSource(quotation)) takeSource(quotation, 'quotation-source')
    })
  }
}
