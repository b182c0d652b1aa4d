/** A Markdown file from elsewhere: its text stays as it was written, in Unicode, and its pictures come along. */
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {parse as parseYaml} from 'yaml'
import {assetName} from '../asset-name.ts'
import {parse} from '../manuscript/parse.ts'
import {sniff} from '../manuscript/sniff.ts'
import {decodeText} from './decode.ts'
import type {ReadNear} from './html.ts'
import {shown} from './images.ts'
import type {Imported, Remark} from './imported.ts'
import {guessedEncoding, ImportFault, lost, lostCount} from './imported.ts'

const mostImages = 2_000

/** Import a Markdown file. `label`: an encoding that the user names. Throws ImportFault where it is empty, or no text. */
export async function importMarkdown(bytes: Uint8Array, readNear: ReadNear, label?: string): Promise<Imported> {
  const {text: source, guess} = decodeText(bytes, label)
  if (source.trim() === '') throw new ImportFault('empty text', 'at least a paragraph', 'Look whether it is the right file.')
  const body = parsed(source)
  const sources = sourcesIn(body)
  const {images, remarks} = await bring(sources.slice(0, mostImages), readNear)
  const more = lostCount(Math.max(0, sources.length - mostImages), 'a picture behind the first 2,000', 'pictures behind the first 2,000', ': put them beside the text')
  return {metadata: {}, body, source, images, remarks: [...guessedEncoding(guess), ...remarks, ...more]}
}

function parsed(source: string): Root {
  try {
    return parse(source)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new ImportFault('blocks that are nested too deep', 'some dozen inside each other', 'Take marks such as `>` out at the beginnings of lines.')
  }
}

/** The pictures that the text shows and the metadata names. */
function sourcesIn(body: Root): readonly string[] {
  const sources = new Set<string>()
  visit(body, node => {
    if (node.type === 'image' || node.type === 'definition') sources.add(node.url)
    if ('attributes' in node && typeof node.attributes?.['src'] === 'string') sources.add(node.attributes['src'])
    if (node.type === 'yaml') for (const name of pathsIn(node.value)) sources.add(name)
  })
  return [...sources]
}

/** Values that look like the name of a picture; metadata with faults is the build's affair. */
function pathsIn(text: string): readonly string[] {
  const paths: string[] = []
  try {
    parseYaml(text, (_, value: unknown) => {
      if (typeof value === 'string' && /^\S.*\.(?:png|jpe?g|webp|gif|svg)$/i.test(value)) paths.push(value)
      return value
    })
  } catch {
    return []
  }
  return paths
}

async function bring(sources: readonly string[], readNear: ReadNear): Promise<Pick<Imported, 'images' | 'remarks'>> {
  const images = new Map<string, Uint8Array>()
  const remarks: Remark[] = []
  for (const source of sources) {
    const name = assetName('', source)
    const isPicture = name !== undefined && /\.(?:png|jpe?g|webp|gif|svg)$/i.test(name)
    const bytes = isPicture ? await readNear(name) : undefined
    if (isPicture && bytes instanceof Uint8Array && 'mediaType' in sniff(bytes)) images.set(name, bytes)
    else if (isPicture) remarks.push(lost(`a picture ${bytes === 'outside' ? 'behind a link that leads out of the folder' : bytes ? 'that is none' : 'that is missing'} (${shown(source)}): put it beside the text`))
  }
  return {images, remarks}
}
