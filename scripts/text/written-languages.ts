/** The languages of phrases, as HTML in a manuscript names them: hyphens, voices and dictionaries follow them. */
import type {Root} from 'hast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {exactLanguage, nearestLanguage} from '../language.ts'
import {report} from './report.ts'

/** Bring the languages into their canonical form, in place; what is none is taken out, or becomes what is meant, and is told. */
export function settleLanguages(tree: Root, file: VFile): void {
  visit(tree, 'element', element => {
    const {tagName, properties: {lang}} = element
    if (typeof lang !== 'string' || lang.trim() === '') return
    const exact = exactLanguage(lang)
    const meant = exact ?? nearestLanguage(lang)
    if (meant === undefined) Reflect.deleteProperty(element.properties, 'lang')
    else element.properties.lang = meant
    if (exact !== undefined) return
    report(file, 'unknown-lang', element, `Unexpected \`lang="${lang.slice(0, 40)}"\` on \`<${tagName}>\`, expected a language by BCP 47, such as \`en-GB\``, meant === undefined ? 'It was taken out: the words count as those around them. Write the code of their language.' : `Taken as \`${meant}\`. Write \`lang="${meant}"\`.`)
  })
}
