/** `:::pullquote`: a sentence of the text in large, and who said it. */
import {element, type Directive} from './directive.ts'
import {hasSource, readHyphen} from './has-source.ts'
import {keepVerse} from './keep-verse.ts'
import {takeSource} from './source-line.ts'

/** A pull quote: a last paragraph or line that begins with a dash is its source. */
export function pullquote(node: Directive): void {
  element(node, 'aside', ['pullquote'])
  if (node.type !== 'containerDirective') return
  readHyphen(node)
  if (hasSource(node)) takeSource(node, 'by')
  keepVerse(node)
}
