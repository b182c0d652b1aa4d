/** A Word file, by Mammoth: its styles become the marks of HTML. */
import mammoth from 'mammoth'
import {readCells} from './alignment.ts'
import type {Archive} from './archive.ts'
import {openArchive} from './archive.ts'
import {placeStarts} from './docx-paragraphs.ts'
import {placeCalled, readyParts} from './docx-parts.ts'
import type {Draft, Remark} from './imported.ts'
import {ImportFault, lostCount, namesOf} from './imported.ts'
import {takeMarked} from './marked.ts'
import {readWidths} from './picture-widths.ts'
import {documentMetadata} from './office-metadata.ts'
import {parseHtml} from './parse-html.ts'

const styles = [
  "p[style-name='Title'] => p.pamphleteer-title:fresh",
  "p[style-name='Subtitle'] => p.pamphleteer-subtitle:fresh",
  "p[style-name='Author'] => p.pamphleteer-author:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "r[style-name='Emphasis'] => em",
  "r[style-name='Strong'] => strong",
  'u => em',
  "p[style-name^='toc '] => p.pamphleteer-contents:fresh",
  ...['Caption', 'Image Caption', 'Table Caption', 'Figure', 'Illustration', 'Drawing', 'Table'].map(name => `p[style-name='${name}'] => p.pamphleteer-caption:fresh`)
]

/** Read a Word file. Throws ImportFault where it is none. */
export async function draftFromDocx(bytes: Uint8Array): Promise<Draft> {
  const archive = await openArchive(bytes)
  const main = await archive.readText('word/document.xml')
  if (main === undefined) throw new ImportFault('archive without `word/document.xml`', 'a Word file', 'Save it as .docx in a word processor.')
  await refuseTypes(archive)
  const images: Uint8Array[] = []
  const convertImage = mammoth.images.imgElement(async image => ({src: `pamphleteer:${images.push(Uint8Array.from(await image.readAsBuffer())) - 1}`}))
  const {parts, formulas, remarks} = await readyParts(archive)
  const {value, messages} = await convert(await archive.rewritten(parts), convertImage)
  const tree = parseHtml(value, {fragment: true})
  placeCalled(tree, formulas)
  placeStarts(tree)
  readWidths(tree)
  readCells(tree)
  const marked = takeMarked(tree)
  const {author, ...described} = await documentMetadata(archive)
  return {
    metadata: {...described, ...marked},
    creators: namesOf(author),
    tree,
    imageAt: source => Promise.resolve(images[Number(/^pamphleteer:(\d+)$/.exec(source)?.[1] ?? NaN)] ?? 'that is not in the file'),
    remarks: [...await lostParts(main, archive), ...remarks, ...messagesOf(messages)]
  }
}

async function convert(bytes: Uint8Array, convertImage: ReturnType<typeof mammoth.images.imgElement>) {
  try {
    return await mammoth.convertToHtml({buffer: Buffer.from(bytes)}, {styleMap: styles, convertImage, externalFileAccess: false})
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0]?.slice(0, 120) ?? '' : ''
    throw new ImportFault(`damaged Word file (${reason})`, 'a whole one', 'Open it in a word processor, and save it again.')
  }
}

/** Word writes no document types; one may unfold without end. */
async function refuseTypes(archive: Archive): Promise<void> {
  for (const name of archive.names.filter(part => /\.(?:xml|rels)$/.test(part))) {
    if (/<!(?:DOCTYPE|ENTITY)/i.test(await archive.readText(name) ?? '')) throw new ImportFault(`document type in \`${name}\``, 'XML without one', 'Open it in a word processor, and save it again.')
  }
}

/** What Mammoth passes over in silence. */
async function lostParts(main: string, archive: Archive): Promise<readonly Remark[]> {
  const count = (pattern: RegExp) => main.match(pattern)?.length ?? 0
  const comments = (await archive.readText('word/comments.xml'))?.match(/<w:comment /g)?.length ?? 0
  const furniture = await Promise.all(archive.names.filter(name => /^word\/(?:header|footer)\d*\.xml$/.test(name)).map(name => archive.readText(name)))
  const texts = furniture.filter(text => /<w:t[ >]/.test(text ?? '')).length
  return [
    ...lostCount(comments, 'a comment', 'comments'),
    ...lostCount(count(/<w:del /g), 'a deletion that was marked for review', 'deletions that were marked for review', ' (insertions are taken in)'),
    ...lostCount(texts, 'a running head or foot', 'running heads and feet', ': the theme sets its own'),
    ...lostCount(count(/<c:chart /g), 'a chart', 'charts', ': save them as pictures and put them in')
  ]
}

function messagesOf(messages: readonly {readonly message: string}[]): readonly Remark[] {
  const styleNames = new Set(messages.flatMap(({message}) => /Unrecognised (?:paragraph|run) style: '?([^'(]+)/.exec(message)?.[1]?.trim() ?? []).filter(name => !/footnote|endnote|link$|^(?:null|undefined|first paragraph|compact|body text|normal \(web\)|no spacing|list paragraph)$/i.test(name)))
  // A picture in a format that nobody shows is told where pictures are taken.
  const others = messages.filter(({message}) => !/Unrecognised (?:paragraph|run) style|^Image of type /.test(message)).map(({message}) => message.slice(0, 200))
  return [
    ...lostCount(styleNames.size, `the looks of the style ${[...styleNames].join(', ')}: its words stay`, `styles' looks (${[...styleNames].slice(0, 8).join(', ')}): their words stay`),
    ...[...new Set(others)].map(text => ({kind: 'lost' as const, text}))
  ]
}
