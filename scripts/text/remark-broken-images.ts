/** A picture whose file name has a space: Markdown takes it for text, and the picture would be lost without a word. */
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'

/** The caption stands in the marks that were typed, be they already those of print. */
const lost = /!\[[^\]\n]{0,300}\]\(([^()<>"“”\n]{1,300}\.(?:png|jpe?g|webp|gif|avif|svg))(\s+["“'][^\n]{0,500}?["”'])?\)/i

/** Report text that was meant as a picture. */
export function remarkBrokenImages() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'text', node => {
      const found = node.value.includes('![') ? lost.exec(node.value) : null
      const [, name = '', caption = ''] = found ?? []
      if (found) report(file, 'missing-image', node, `Unexpected spaces in the name of a picture, \`${name}\`, expected angle brackets around it`, `Write \`(<${name}>${caption})\`, or give the file a name without spaces.`)
    })
  }
}
