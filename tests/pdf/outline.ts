/** The tags of a finished PDF as a person can read them, and what PDF/UA-1 would say against them. */
import {PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFString} from '@cantoo/pdf-lib'
import {markedText, type PageMarks} from './marked-text.ts'

export type Node = {
  readonly dict: PDFDict
  readonly type: string
  /** The type of PDF 1.7 that it stands for. */
  readonly standard: string
  readonly parent: Node | undefined
  readonly kids: Node[]
  /** What it holds itself: words, or areas of links. */
  readonly lines: string[]
  readonly areas: PDFDict[]
}

const name = (text: string) => PDFName.of(text)
export const textOf = (value: PDFObject | undefined) => value instanceof PDFString || value instanceof PDFHexString || value instanceof PDFName ? value.decodeText() : undefined

export type Opened = {readonly file: PDFDocument; readonly nodes: readonly Node[]; readonly marks: readonly PageMarks[]}

/** Open a PDF and read its tags, in their order. */
export async function openTags(pdf: Uint8Array): Promise<Opened> {
  const file = await PDFDocument.load(pdf, {updateMetadata: false})
  const marks = await markedText(pdf)
  const pages = new Map(file.getPages().map(({ref}, index) => [ref.toString(), index]))
  const tree = file.catalog.lookup(name('StructTreeRoot'), PDFDict)
  const roles = tree.lookup(name('RoleMap'))
  const nodes: Node[] = []
  visit(tree.get(name('K')), undefined, undefined)
  return {file, nodes, marks}

  function visit(object: PDFObject | undefined, parent: Node | undefined, page: PDFObject | undefined): void {
    const value = file.context.lookup(object)
    if (value instanceof PDFArray) for (const kid of value.asArray()) visit(kid, parent, page)
    if (value instanceof PDFNumber) parent?.lines.push(marks[pages.get(String(page)) ?? -1]?.get(value.asNumber()) ?? 'NOT THERE')
    if (value instanceof PDFDict) visitDict(value, parent, value.get(name('Pg')) ?? page)
  }

  function visitDict(value: PDFDict, parent: Node | undefined, page: PDFObject | undefined): void {
    if (value.has(name('Stm'))) parent?.lines.push('in a form')
    else if (value.has(name('MCID'))) visit(value.get(name('MCID')), parent, page)
    else if (value.has(name('Obj'))) {
      const area = value.lookup(name('Obj'), PDFDict)
      parent?.areas.push(area)
      parent?.lines.push(`-> ${textOf(area.lookup(name('Contents'))) ?? '?'}`)
    } else visit(value.get(name('K')), addNode(value, parent), page)
  }

  function addNode(dict: PDFDict, parent: Node | undefined): Node {
    const type = textOf(dict.get(name('S'))) ?? '?'
    const role = roles instanceof PDFDict ? textOf(roles.get(name(type))) : undefined
    const node: Node = {dict, type, standard: role ?? type, parent, kids: [], lines: [], areas: []}
    parent?.kids.push(node)
    nodes.push(node)
    parent?.lines.push(`#${nodes.length - 1}`)
    return node
  }
}

/** One tag a line, with its texts; words in quotation marks, links by what is heard of them; then what no tag holds. */
export function outline({nodes, marks}: Opened): string {
  const write = (node: Node, depth: number): readonly string[] => {
    const texts = ['Lang', 'Alt', 'ActualText', 'E', 'ID'].flatMap(key => node.dict.has(name(key)) ? [` ${key}=${textOf(node.dict.lookup(name(key))) ?? '?'}`] : [])
    const words = node.lines.flatMap(line => line.startsWith('#') ? write(nodes[Number(line.slice(1))] ?? node, depth + 1) : [`${'  '.repeat(depth + 1)}${line.startsWith('-> ') || line === 'in a form' ? line : JSON.stringify(line.replaceAll(/\s+/g, ' ').trim())}`])
    return [`${'  '.repeat(depth)}${node.type}${numberingOf(node.dict)}${texts.join('')}`, ...words]
  }
  const root = nodes[0]
  const rest = marks.flatMap((page, index) => [...page].filter(([number]) => number < 0).toSorted().map(([number, text]) => `${number === -1 ? 'artifact' : 'UNMARKED'} on page ${index + 1}: ${text.trim()}`))
  return `${[...root ? write(root, 0) : [], ...rest].join('\n')}\n`
}

/** How a list is numbered, in brackets. */
function numberingOf(dict: PDFDict): string {
  const attributes = dict.lookup(name('A'))
  const all = attributes instanceof PDFArray ? attributes.asArray().map(each => dict.context.lookup(each)) : [attributes]
  const values = all.flatMap(each => each instanceof PDFDict ? textOf(each.lookup(name('ListNumbering'))) ?? [] : [])
  return values.length === 0 ? '' : ` [${values.join(' ')}]`
}
