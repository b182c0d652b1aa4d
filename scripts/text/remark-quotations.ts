/** `> — Ada Press` at the end of a quotation says where it is from: it is set apart, as the source of an epigraph is; and the lines of a poem stay. */
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {hasSource, readHyphen} from './directives/has-source.ts'
import {keepVerse} from './directives/keep-verse.ts'
import {takeSource} from './directives/source-line.ts'

/** Name the source of each quotation that has one: its last paragraph, or its last line, behind a dash; keep the lines of verse. */
export function remarkQuotations() {
  return (tree: Root): void => {
    visit(tree, 'blockquote', quotation => {
      readHyphen(quotation)
      if (hasSource(quotation)) takeSource(quotation, 'quotation-source')
      keepVerse(quotation)
    })
  }
}
