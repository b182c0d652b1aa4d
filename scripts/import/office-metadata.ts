/** Metadata in Dublin Core, as Word (`docProps/core.xml`), OpenDocument (`meta.xml`) and EPUB (the package) hold it. */
import {fromXml} from 'xast-util-from-xml'
import type {Element, Root} from 'xast'
import {visit} from 'unist-util-visit'
import type {Archive} from './archive.ts'
import type {ImportedMetadata} from './imported.ts'
import {ImportFault} from './imported.ts'

const damaged = 'Open it in the program that it was made with, and save it again.'

/** Parse a part of an archive. Document types are refused: entities may unfold without end. Throws ImportFault. */
export function parsePart(text: string, name: string): Root {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new ImportFault(`document type in \`${name}\``, 'XML without one', damaged)
  try {
    return fromXml(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0]?.slice(0, 120) ?? '' : ''
    throw new ImportFault(`damaged \`${name}\` (${reason})`, 'well-formed XML', damaged)
  }
}

/** The metadata of a Word file. Its dates are those of the file and not of the text. */
export async function documentMetadata(archive: Archive): Promise<ImportedMetadata> {
  const text = await archive.readText('docProps/core.xml')
  const {date, ...rest} = text === undefined ? {} : dublinCore(parsePart(text, 'docProps/core.xml'))
  const language = /<w:lang\b[^>]*\bw:val="([A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8})*)"/.exec(await archive.readText('word/styles.xml') ?? '')?.[1]
  return {...rest, ...(language !== undefined && {lang: language})}
}

/** Read the elements of Dublin Core, wherever they stand. */
export function dublinCore(tree: Root): ImportedMetadata {
  const values = new Map<string, string[]>()
  visit(tree, 'element', element => {
    const name = /^dc:(\w+)$/.exec(element.name)?.[1]
    const value = xmlText(element).trim().replace(/\s+/g, ' ')
    if (name !== undefined && value !== '') values.set(name, [...values.get(name) ?? [], value])
  })
  const one = (name: string) => values.get(name)?.[0]
  const [title, publisher, lang, rights, description, date] = [one('title'), one('publisher'), one('language'), one('rights'), one('description'), /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(one('date') ?? '')?.[0]]
  const author = values.get('creator')
  return {
    ...(title !== undefined && {title}),
    ...(publisher !== undefined && {publisher}),
    ...(author && {author}),
    ...(date !== undefined && {date}),
    ...(lang !== undefined && {lang}),
    ...(rights !== undefined && {rights}),
    ...(description !== undefined && {description})
  }
}

/** The characters of an element and of all in it. */
export function xmlText(element: Element | Root): string {
  return element.children.map(child => child.type === 'text' || child.type === 'cdata' ? child.value : child.type === 'element' ? xmlText(child) : '').join('')
}

/** The elements right inside a part or an element, in their order. */
export function elementsOf(node: Root | Element): readonly Element[] {
  return node.children.flatMap(child => child.type === 'element' ? [child] : [])
}
