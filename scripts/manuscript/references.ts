/** Every place of a Markdown tree that refers to an image. */
import type {Element} from 'hast'
import type {Html, Nodes, Root} from 'mdast'
import type {} from 'remark-directive'
import type {Point} from 'unist'
import {visit} from 'unist-util-visit'
import type {Place} from '../types.ts'

/** One reference: the address as the author wrote it (escapes resolved), and where. */
export type ImageReference = {readonly url: string; readonly place: Place}

/**
 * Find the images of one file in reading order: `![]()`, `![][]` with its definition, the `src` of a directive, and the
 * `src` of `img` and `source` in raw HTML.
 */
export async function findImages(file: string, tree: Root): Promise<readonly ImageReference[]> {
  const definitions = definitionsOf(tree)
  const found: ImageReference[] = []
  const html: Html[] = []
  visit(tree, node => {
    const url = urlOf(node, definitions)
    if (url !== undefined) found.push({url, place: placeOf(file, node.position?.start)})
    if (node.type === 'html' && /<(?:img|image|source)\b/i.test(node.value)) html.push(node)
  })
  return html.length === 0 ? found : [...found, ...await findInHtml(file, html)]
}

/** The first definition of an identifier counts, as CommonMark says. */
function definitionsOf(tree: Root): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>()
  visit(tree, 'definition', ({identifier, url}) => {
    if (!definitions.has(identifier)) definitions.set(identifier, url)
  })
  return definitions
}

function urlOf(node: Nodes, definitions: ReadonlyMap<string, string>): string | undefined {
  if (node.type === 'image') return node.url
  if (node.type === 'imageReference') return definitions.get(node.identifier)
  return 'attributes' in node ? node.attributes?.['src'] ?? undefined : undefined
}

/** Parse raw HTML as a browser would. The parser is loaded when there is a picture in it: seldom. */
async function findInHtml(file: string, nodes: readonly Html[]): Promise<readonly ImageReference[]> {
  const {fromHtml} = await import('hast-util-from-html')
  return nodes.flatMap(node => {
    const found: ImageReference[] = []
    visit(fromHtml(node.value, {fragment: true}), 'element', element => {
      const url = sourceOf(element)
      if (url !== undefined) found.push({url, place: placeOf(file, inFile(node, element))})
    })
    return found
  })
}

function sourceOf({tagName, properties}: Element): string | undefined {
  const source = tagName === 'img' || tagName === 'source' ? properties.src : undefined
  return typeof source === 'string' ? source : undefined
}

/** From a point in the HTML to the point in the file; in a list or a quotation the column of a later line is too small. */
function inFile({position}: Html, element: Element): Pick<Point, 'line' | 'column'> | undefined {
  const inner = element.position?.start
  if (!position || !inner) return position?.start
  const column = inner.line === 1 ? position.start.column + inner.column - 1 : inner.column
  return {line: position.start.line + inner.line - 1, column}
}

function placeOf(file: string, point: Pick<Point, 'line' | 'column'> | undefined): Place {
  return point ? {file, line: point.line, column: point.column} : {file}
}
