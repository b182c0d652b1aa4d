/** A checker of our own for what the rules mend: the clauses are those of ISO 14289-1, or of ISO 32000-1 where it asks. */
import {PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFObject, decodePDFRawStream} from '@cantoo/pdf-lib'
import type {Node, Opened} from './outline.ts'
import {textOf} from './outline.ts'

const name = (text: string) => PDFName.of(text)
const standard = new Set('Document Part Sect Div BlockQuote Caption TOC TOCI P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD Span Quote Note Reference Code Link Ruby RB RT RP Figure Formula Form'.split(' '))
const groups = new Set('Document Part Sect Div BlockQuote'.split(' '))

/** Everything that a checker would find, one word or two each, sorted, each once. */
export function violations(opened: Opened): readonly string[] {
  return [...new Set([...ofFile(opened), ...opened.nodes.flatMap(ofNode), ...ofNotes(opened), ...ofMarks(opened), ...ofLinks(opened)])].toSorted()
}

function ofFile({file, nodes}: Opened): readonly string[] {
  const metadata = file.catalog.lookup(name('Metadata'))
  const xmp = metadata instanceof PDFRawStream ? new TextDecoder().decode(decodePDFRawStream(metadata).decode()) : ''
  return [
    ...(xmp.includes('<pdfuaid:part>1</pdfuaid:part>') ? [] : ['no claim']),
    ...(file.catalog.has(name('Dests')) || !file.catalog.has(name('PageLabels')) ? ['no name tree or labels'] : []),
    ...(file.getPages().every(({node}) => node.get(name('Tabs')) === name('S')) ? [] : ['no tab order']),
    ...(nodes[0]?.type === 'Document' ? [] : ['no Document'])
  ]
}

const ofNode = (node: Node) => nodeRules.filter(([, isFault]) => isFault(node)).map(([fault, , say]) => say ? `${fault} ${node.type}` : fault)

const langOf = ({dict}: Node) => textOf(dict.lookup(name('Lang')))
const has = (node: Node, ...types: readonly string[]) => node.kids.some(({standard}) => types.includes(standard))
const hasOther = (node: Node, ...types: readonly string[]) => node.kids.some(({standard}) => !types.includes(standard))
const hasBareWords = ({lines, kids}: Node) => lines.length > kids.length

const nodeRules: readonly (readonly [fault: string, isFault: (node: Node) => boolean, say?: boolean])[] = [
  ['type', node => !standard.has(node.standard), true],
  ['language', node => !/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(langOf(node) ?? 'en')],
  ['hint left', node => langOf(node)?.includes('-tag-') === true],
  ['figure without Alt', node => node.type === 'Figure' && !textOf(node.dict.lookup(name('Alt')))],
  ['formula without Alt', node => node.type === 'Formula' && !textOf(node.dict.lookup(name('Alt')))],
  ['list', node => node.type === 'L' && hasOther(node, 'L', 'LI', 'Caption')],
  ['item', node => node.type === 'LI' && (hasBareWords(node) || hasOther(node, 'Lbl', 'LBody'))],
  ['body outside', node => node.type !== 'LI' && has(node, 'LBody')],
  ['contents', node => node.type === 'TOC' && hasOther(node, 'TOC', 'TOCI')],
  ['silent bullet', node => node.type === 'Lbl' && node.lines.every(line => line.startsWith('[')) && !node.dict.has(name('ActualText'))],
  ['ruby', node => node.type === 'Ruby' && !has(node, 'RB')],
  ['bare words', node => groups.has(node.standard) && hasBareWords(node)],
  ['decoration in a tag', node => !['Lbl', 'Form', 'Figure'].includes(node.type) && !node.dict.has(name('ActualText')) && node.lines.some(line => /^(?:\[path\])+$/.test(line))]
]

function ofNotes({nodes}: Opened): readonly string[] {
  const notes = nodes.filter(({type}) => type === 'Note').map(({dict}) => textOf(dict.lookup(name('ID'))))
  const isReferred = nodes.filter(({areas}) => areas.some(area => textOf(area.lookup(name('Dest')))?.startsWith('note-')))
  return [
    ...(new Set(notes).size < notes.length || notes.includes(undefined) ? ['note id'] : []),
    ...(isReferred.length > 0 && notes.length === 0 ? ['no Note'] : []),
    ...(isReferred.every(({parent}) => parent?.type === 'Reference') ? [] : ['no Reference'])
  ]
}

function ofMarks({nodes, marks}: Opened): readonly string[] {
  return [...(marks.some(page => page.has(-2)) ? ['unmarked'] : []), ...(nodes.some(({lines}) => lines.includes('NOT THERE')) ? ['mark missing'] : [])]
}

/** Every link area leads to its tag by the parent tree, is held by a Link there, and says something. */
function ofLinks({file, nodes}: Opened): readonly string[] {
  const owners = new Map(nodes.flatMap(node => node.areas.map(area => [area, node])))
  const parents = numbers(file.catalog.lookup(name('StructTreeRoot'), PDFDict).lookup(name('ParentTree'), PDFDict).lookup(name('Nums'), PDFArray))
  const areas = file.getPages().flatMap(({node}) => node.Annots()?.asArray().map(ref => file.context.lookup(ref, PDFDict)) ?? [])
  return areas.flatMap(area => {
    const owner = owners.get(area)
    const key = area.lookup(name('StructParent'))
    return [
      ...(owner?.type === 'Link' ? [] : ['no Link']),
      ...(textOf(area.lookup(name('Contents'))) ? [] : ['link without Contents']),
      ...(area.get(name('Dest')) instanceof PDFName ? ['destination by name'] : []),
      ...(key instanceof PDFNumber && file.context.lookup(parents.get(key.asNumber())) === owner?.dict ? [] : ['parent tree'])
    ]
  })
}

function numbers(nums: PDFArray): ReadonlyMap<number, PDFObject> {
  const items = nums.asArray()
  return new Map(items.flatMap((item, index) => item instanceof PDFNumber && index % 2 === 0 && items[index + 1] ? [[item.asNumber(), items[index + 1] ?? item]] : []))
}
