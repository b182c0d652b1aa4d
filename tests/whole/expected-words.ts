/**
 * The letters and figures of a manuscript in reading order, taken from its Markdown by a way of its own: nothing of the
 * pipeline but the parser has a part in it, so that what the pipeline loses or doubles shows.
 */
import type {Node} from 'unist'
import type {Root} from 'mdast'

export type SourceText = {readonly name: string; readonly tree: Root}

/** What may differ between two editions: whether list numbers and the lettering of drawings are part of the text. */
export type Extraction = {readonly listNumbers: boolean; readonly lettering: (url: string) => string}

const unprinted = new Set(['footnoteDefinition', 'yaml', 'html', 'definition'])

type Loose = Node & {value?: string; children?: Loose[]; identifier?: string; url?: string; alt?: string; name?: string; ordered?: boolean; start?: number; depth?: number; attributes?: Record<string, string>}

/** Around the lettering of a drawing, which a PDF program finds in an order of its own. */
export const drawing = {start: '\uE000', end: '\uE001'} as const

/** Keep letters and figures alone: typography changes marks and spaces, and only them. */
export function letters(text: string): string {
  return text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}\uE000\uE001]+/gu, '')
}

/**
 * Put the letters of each drawing in alphabetical order, in what is expected and at the same place in what came out:
 * so that drawings count letter by letter, and all the rest in its order. A figure that floats to another page is put
 * back at its place with its caption.
 */
export function settleDrawings(expected: string, actual: string): {readonly expected: string; readonly actual: string} {
  let settled = actual
  let plain = ''
  for (const [index, part] of expected.split(drawing.start).entries()) {
    const [lettering = '', rest = ''] = index === 0 ? ['', part] : part.split(drawing.end)
    const [from, to] = [plain.length, plain.length + lettering.length]
    if (sorted(settled.slice(from, to)) !== sorted(lettering)) settled = putBack(settled, from, lettering.length, rest)
    settled = settled.slice(0, from) + sorted(settled.slice(from, to)) + settled.slice(to)
    plain += sorted(lettering) + rest
  }
  return {expected: plain, actual: settled}
}

/** Take a drawing and its caption from where they are found behind a place, and put them there. */
function putBack(text: string, place: number, length: number, behind: string): string {
  const caption = text.indexOf(behind.slice(0, 24), place)
  if (caption < place + length) return text
  let end = caption
  while (end < text.length && text[end] === behind[end - caption]) end++
  return text.slice(0, place) + text.slice(caption - length, end) + text.slice(place, caption - length) + text.slice(end)
}

function sorted(text: string): string {
  return Array.from(text).toSorted().join('')
}

/** The text without its imprint, which stands elsewhere; then the notes, each behind its number. */
export function expectedLetters(files: readonly SourceText[], title: string, extraction: Extraction): {text: string; notes: string; imprint: string} {
  const numbers = new Map<string, number>()
  const order: {key: string; file: SourceText}[] = []
  const numberOf = (file: SourceText, identifier: string) => {
    const key = `${file.name} ${identifier}`
    if (!numbers.has(key)) {
      numbers.set(key, numbers.size + 1)
      order.push({key, file})
    }
    return String(numbers.get(key))
  }
  const imprints: string[] = []
  const read = (node: Loose, file: SourceText): string => {
    if (unprinted.has(node.type)) return ''
    if (node.type === 'footnoteReference') return numberOf(file, node.identifier ?? '')
    if (node.type === 'image') return extraction.lettering(node.url ?? '')
    if (node.name === 'imprint') {
      imprints.push(textOf(node))
      return ''
    }
    const own = node.name === 'figure' ? extraction.lettering(node.attributes?.['src'] ?? '') : node.value ?? ''
    const number = (index: number) => node.ordered === true && extraction.listNumbers ? String((node.start ?? 1) + index) : ''
    return own + (node.children ?? []).map((child, index) => number(index) + read(child, file)).join('')
  }
  const text = files.map((file, index) => (file.tree as Loose).children?.map((child, at) => isTitle(child, at, index, file, title) ? '' : read(child, file)).join('') ?? '').join('')
  let notes = ''
  for (let index = 0; index < order.length; index++) {
    const {key, file} = order[index] ?? {key: '', file: files[0]}
    if (!file) continue
    const definition = find(file.tree as Loose, `${file.name} `, key)
    notes += `${index + 1}${(definition?.children ?? []).map(child => read(child, file)).join('')}`
  }
  return {text: letters(stripAttributes(text)), notes: letters(notes), imprint: letters(imprints.join(''))}
}

/** The head rows of all tables. */
export function tableHeads(files: readonly SourceText[]): readonly string[] {
  const heads = (node: Loose): readonly string[] => [
    ...(node.type === 'table' && node.children?.[0] ? [letters(textOf(node.children[0]))] : []),
    ...(node.children ?? []).flatMap(heads)
  ]
  return files.flatMap(({tree}) => heads(tree as Loose))
}

/** The head that a single file's title comes from is on the cover, not in the text. */
function isTitle(node: Loose, at: number, file: number, source: SourceText, title: string): boolean {
  const first = source.tree.children.findIndex(child => child.type === 'heading')
  return file === 0 && at === first && letters(textOf(node)) === letters(title)
}

function textOf(node: Loose): string {
  return (node.value ?? '') + (node.children ?? []).map(textOf).join('')
}

function stripAttributes(text: string): string {
  return text.replaceAll(/\s*\{[#.][^{}\n]*\}/g, '')
}

function find(node: Loose, prefix: string, key: string): Loose | undefined {
  if (node.type === 'footnoteDefinition' && prefix + (node.identifier ?? '') === key) return node
  for (const child of node.children ?? []) {
    const found = find(child, prefix, key)
    if (found) return found
  }
  return undefined
}
