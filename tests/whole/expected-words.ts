/**
 * The letters and figures of a manuscript in reading order, taken from its Markdown by a way of its own: nothing of the
 * pipeline but the parser has a part in it, so that what the pipeline loses or doubles shows.
 */
import type {Node, Parent} from 'unist'
import type {Root} from 'mdast'

export type SourceText = {readonly name: string; readonly tree: Root}

/** What may differ between two editions: whether list numbers and the lettering of drawings are part of the text. */
export type Extraction = {readonly listNumbers: boolean; readonly lettering: (url: string) => string}

type Loose = Node & {value?: string; children?: Loose[]; identifier?: string; url?: string; alt?: string; name?: string; ordered?: boolean; start?: number; depth?: number; attributes?: Record<string, string>}

/** Around the lettering of a drawing, which a PDF program finds in an order of its own. */
export const drawing = {start: '\uE000', end: '\uE001'} as const

/** Keep letters and figures alone: typography changes marks and spaces, and only them. */
export function letters(text: string): string {
  return text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}\uE000\uE001]+/gu, '')
}

/**
 * Put the letters of each drawing in alphabetical order, in what is expected and at the same place in what came out:
 * so that drawings count letter by letter, and all the rest in its order.
 */
export function settleDrawings(expected: string, actual: string): {readonly expected: string; readonly actual: string} {
  let settled = actual
  let plain = ''
  for (const [index, part] of expected.split(drawing.start).entries()) {
    const [lettering = '', rest = ''] = index === 0 ? ['', part] : part.split(drawing.end)
    const [from, to] = [plain.length, plain.length + lettering.length]
    settled = settled.slice(0, from) + sorted(settled.slice(from, to)) + settled.slice(to)
    plain += sorted(lettering) + rest
  }
  return {expected: plain, actual: settled}
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
    if (node.type === 'footnoteDefinition' || node.type === 'yaml' || node.type === 'html' || node.type === 'definition') return ''
    if (node.type === 'footnoteReference') return numberOf(file, node.identifier ?? '')
    if (node.type === 'image') return extraction.lettering(node.url ?? '')
    if (node.type === 'containerDirective' && node.name === 'imprint') {
      imprints.push((node.children ?? []).map(child => read(child, file)).join(''))
      return ''
    }
    const own = node.name === 'figure' ? extraction.lettering(node.attributes?.['src'] ?? '') : node.value ?? ''
    const children = (node.children ?? []).map((child, index) => `${node.type === 'list' && node.ordered && extraction.listNumbers ? (node.start ?? 1) + index : ''}${read(child, file)}`)
    return own + children.join('')
  }
  const text = files.map((file, index) => file.tree.children.map((child, at) => isTitle(child, at, index, file, title) ? '' : read(child as Loose, file)).join('')).join('')
  let notes = ''
  for (let index = 0; index < order.length; index++) {
    const {key, file} = order[index] ?? {key: '', file: files[0]}
    if (!file) continue
    const definition = find(file.tree, `${file.name} `, key)
    notes += `${index + 1}${(definition?.children ?? []).map(child => read(child as Loose, file)).join('')}`
  }
  return {text: letters(stripAttributes(text)), notes: letters(notes), imprint: letters(imprints.join(''))}
}

/** The head that a single file's title comes from is on the cover, not in the text. */
function isTitle(node: Node, at: number, file: number, source: SourceText, title: string): boolean {
  const first = source.tree.children.findIndex(child => child.type === 'heading')
  return file === 0 && at === first && letters(textOf(node as Loose)) === letters(title)
}

function textOf(node: Loose): string {
  return (node.value ?? '') + (node.children ?? []).map(textOf).join('')
}

function stripAttributes(text: string): string {
  return text.replaceAll(/\s*\{[#.][^{}\n]*\}/g, '')
}

function find(node: Node, prefix: string, key: string): Parent | undefined {
  const loose = node as Loose
  if (loose.type === 'footnoteDefinition' && prefix + (loose.identifier ?? '') === key) return loose as unknown as Parent
  for (const child of loose.children ?? []) {
    const found = find(child, prefix, key)
    if (found) return found
  }
  return undefined
}
