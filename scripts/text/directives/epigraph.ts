/** `:::epigraph`: a motto, its lines and its source. */
import {element, type Directive} from './directive.ts'
import {readHyphen} from './has-source.ts'
import {keepVerse} from './keep-verse.ts'
import {takeSource} from './source-line.ts'

/** An epigraph: its last paragraph, or the last line of its last paragraph, is the source where it starts with a dash. */
export function epigraph(node: Directive): void {
  element(node, 'div', ['epigraph'])
  if (node.type !== 'containerDirective') return
  readHyphen(node)
  takeSource(node, 'by')
  keepVerse(node)
}
