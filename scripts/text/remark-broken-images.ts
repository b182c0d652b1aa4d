/** A picture that Markdown takes for text: it would be lost without a word. */
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'

const ending = String.raw`\.(?:png|jpe?g|webp|gif|avif|svg)`
/** The caption stands in the marks that were typed, be they already those of print. */
const caption = String.raw`(\s+["“„'‘][^\n]{0,500}?["”“'’])?`
/** A bracket behind a backslash is text. */
const words = String.raw`[^\]\n]{0,300}(?<!\\)`
const name = String.raw`[^()<>"“”„\n]{1,300}${ending}`

const written = new RegExp(String.raw`(?<!\\)!\[(${words})\]\((<[^<>\n]{1,300}>|${name})${caption}\)`, 'i')
const apart = new RegExp(String.raw`(?<!\\)!\[(${words})\][ \t]+\((<[^<>\n]{1,300}>|${name})${caption}\)`, 'i')
const swapped = new RegExp(String.raw`(?<!\\)!\((${name})\)\[(${words})\]`, 'i')

/** A size behind the name, as some programs have it: `(a.png =200x100)`. */
const sized = new RegExp(String.raw`(?<!\\)!\[(${words})\]\((${name})[ \t]+=(\d{0,5}%?x\d{0,5}%?)${caption}\)`, 'i')

type Lost = {readonly actual: string; readonly expected: string; readonly remedy: string}

/** Report text that was meant as a picture. */
export function remarkBrokenImages() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'text', (node, _index, parent) => {
      if (!/!\[|!\(/.test(node.value)) return
      // What stands beside an address has no place of its own.
      const source = node.position ? String(file.value).slice(node.position.start.offset, node.position.end.offset) : node.value
      const lost = inWriting(source) ?? withSize(source) ?? besideItsName(source) ?? inOtherBrackets(source)
      if (lost) report(file, 'missing-image', node.position ? node : parent, `Unexpected ${lost.actual}, expected ${lost.expected}`, lost.remedy)
    })
  }
}

/** A name with spaces, or a caption in the marks of print. */
function inWriting(source: string): Lost | undefined {
  const [, , typed = '', title = ''] = written.exec(source) ?? []
  const isBare = !typed.startsWith('<')
  if (isBare && /\s/.test(typed)) return {actual: `spaces in the name of a picture, \`${typed}\``, expected: 'angle brackets around it', remedy: `Write \`(<${typed}>${straight(title)})\`, or give the file a name without spaces.`}
  if (!/^\s+[“„‘]/.test(title)) return undefined
  return {actual: `marks of print around the caption of the picture \`${typed}\``, expected: 'straight quotation marks', remedy: `Write \`(${typed}${straight(title)})\`.`}
}

/** `![A house](house.png =200x100)`. */
function withSize(source: string): Lost | undefined {
  const [, alt = '', typed = '', size, title = ''] = sized.exec(source) ?? []
  return size === undefined ? undefined : {actual: `size \`=${size}\` behind the name of the picture \`${typed}\``, expected: 'its share of the column in braces', remedy: `Write \`![${alt.slice(0, 40)}](${typed}${straight(title)}){width=50%}\`, with as many per cent as you want, or no braces.`}
}

/** `![A house] (house.png)`. */
function besideItsName(source: string): Lost | undefined {
  const [, alt = '', typed] = apart.exec(source) ?? []
  return typed === undefined ? undefined : {actual: `space between \`![${alt.slice(0, 40)}]\` and the name of its picture`, expected: `\`(${typed})\` right behind the bracket`, remedy: 'Take the space out.'}
}

/** `!(house.png)[A house]`. */
function inOtherBrackets(source: string): Lost | undefined {
  const [, typed, alt = ''] = swapped.exec(source) ?? []
  return typed === undefined ? undefined : {actual: `round brackets before square ones around the picture \`${typed}\``, expected: `\`![${alt.slice(0, 40)}](${typed})\``, remedy: 'Exchange the brackets.'}
}

function straight(title: string): string {
  return title.replace(/^(\s+)[“„‘]/, '$1"').replace(/[”“’]$/, '"')
}
