/** The classes that an author writes, on heads, pictures, directives and in raw HTML: those of the program's own elements are taken off. */
import type {Root} from 'hast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {withoutControls} from '../controls.ts'
import {isOwnClass} from '../template/own-classes.ts'
import {report, type Positioned} from './report.ts'

/** What makes an element of such a class, where there is something that does. */
const directives = new Set(['aside', 'epigraph', 'imprint', 'pagebreak', 'pullquote', 'timeline', 'verse'])

/** Keep those of an element's classes that are not the program's own, and say which were taken off. */
export function keepWritten(classes: string, node: Positioned, file: VFile): string[] {
  const written = [...new Set(withoutControls(classes).split(/[\t\n\f\r ]+/).filter(name => name !== ''))]
  for (const name of written.filter(isOwnClass)) {
    const instead = directives.has(name) ? `Write \`:::${name}\` for what it means, or choose another name.` : `Choose another name, such as \`my-${name}\`.`
    report(file, 'own-class', node, `Unexpected class \`${name}\`, expected one that the program does not use itself: it was taken off`, instead)
  }
  return written.filter(name => !isOwnClass(name))
}

/** The name of the attribute on its way through the parser, as long as its own, so that all behind it keeps its place. */
const disguise = 'cl:ss'

/** Disguise the classes of a tag of the author's: the parser tells them from those that the program gave. */
export function disguiseClasses(tag: string): string {
  return tag.replaceAll(/=\s*(?:"[^"]*"|'[^']*'|[^\s"'>][^\s>]*)|(?<=[\s/"'])class(?=[\s=/>])/gi, found => found.startsWith('=') ? found : disguise)
}

/** Give disguised classes their name back, as far as they are the author's to give. */
export function revealClasses(tree: Root, file: VFile): void {
  visit(tree, 'element', element => {
    const {[disguise]: written, ...properties} = element.properties
    if (written === undefined) return
    const className = keepWritten(String(written), element, file)
    element.properties = {...properties, ...(className.length > 0 && {className})}
  })
}
