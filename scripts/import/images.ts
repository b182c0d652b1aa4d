/** The pictures of an imported text: each is checked, named, and stands below `images/`. */
import type {Root} from 'hast'
import {visit} from 'unist-util-visit'
import {slugOf} from '../manuscript/slug.ts'
import {inspectAsset} from '../manuscript/assets.ts'
import {sniff} from '../manuscript/sniff.ts'
import type {Draft, Remark} from './imported.ts'
import {lost, lostCount} from './imported.ts'

export type TakenImages = {readonly images: ReadonlyMap<string, Uint8Array>; readonly remarks: readonly Remark[]}

const extensions: Readonly<Record<string, string>> = {'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp', 'image/gif': 'gif', 'image/avif': 'avif', 'image/svg+xml': 'svg'}
const mostImages = 2_000

/** Fetch every picture of a tree once; its `src` becomes its new name, or the picture goes, and its words are told. */
export async function takeImages(tree: Root, imageAt: Draft['imageAt']): Promise<TakenImages> {
  const images = new Map<string, Uint8Array>()
  const remarks: Remark[] = []
  const names = new Map<string, string | undefined>()
  const sources = sourcesIn(tree)
  for (const [source, words] of [...sources].slice(0, mostImages)) {
    const bytes = await imageAt(source)
    const named = typeof bytes === 'string' ? {fault: bytes} : await faultOf(source, bytes) ?? nameFor(source, bytes, images)
    if ('fault' in named) remarks.push(lost(`a picture ${named.fault}${words === '' ? '' : `, “${shown(words)}”`}`))
    else if (typeof bytes !== 'string') images.set(named.name, bytes)
    names.set(source, 'name' in named ? named.name : undefined)
  }
  remarks.push(...lostCount(Math.max(0, sources.size - mostImages), 'a picture behind the first 2,000', 'pictures behind the first 2,000', ': divide the text'))
  rename(tree, names)
  return {images, remarks}
}

/** Where the pictures lie, each with what it would have shown: the first words that are none of a file's name. */
function sourcesIn(tree: Root): ReadonlyMap<string, string> {
  const sources = new Map<string, string>()
  visit(tree, 'element', ({tagName, properties: {src, alt}}) => {
    if (tagName !== 'img' || typeof src !== 'string') return
    const words = typeof alt === 'string' && !isPath(alt) ? alt.trim() : ''
    const known = sources.get(src) ?? ''
    sources.set(src, known === '' ? words : known)
  })
  return sources
}

/** Why the program's own build would refuse a picture. */
async function faultOf(source: string, bytes: Uint8Array): Promise<{readonly fault: string} | undefined> {
  const found = sniff(bytes)
  if (!('mediaType' in found)) return undefined
  const isNamed = !/^(?:data|pamphleteer):/i.test(source)
  const result = await inspectAsset(isNamed ? shown(source) : `image.${extensions[found.mediaType] ?? 'png'}`, found.mediaType, bytes)
  if (!('reason' in result)) return undefined
  if (result.ruleId === 'corrupt-image') return {fault: `that is damaged${isNamed ? ` (${shown(source)})` : ''}: export it again and put it in`}
  return {fault: `that cannot be taken: ${result.reason.replace(/^Unexpected /, '')}. ${result.remedy}`}
}

/** Keep the name that the picture had, where it had one that is not taken. */
function nameFor(source: string, bytes: Uint8Array, taken: ReadonlyMap<string, Uint8Array>): {readonly name: string} | {readonly fault: string} {
  const found = sniff(bytes)
  if (!('mediaType' in found)) return {fault: `in the format ${found.foreign ?? 'that nobody knows'}${source.startsWith("pamphleteer:") ? '' : ` (${shown(source)})`}: save it as PNG or JPEG and put it in`}
  const own = /^(?:data|pamphleteer):|[\da-f]{16}/i.test(source) ? '' : slugOf(decodeURI(/([^/\\]*?)(?:\.\w+)?(?:[?#].*)?$/.exec(source)?.[1] ?? '')).slice(0, 40)
  const base = own === '' || own === 'pamphlet' ? 'image' : own
  const name = (number: number) => `images/${base}${number === 0 ? '' : `-${number + 1}`}.${extensions[found.mediaType] ?? 'png'}`
  let number = base === 'image' ? taken.size : 0
  while (taken.has(name(number))) number++
  return {name: name(number)}
}

function decodeURI(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function rename(tree: Root, names: ReadonlyMap<string, string | undefined>): void {
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName !== 'img' || !parent || index === undefined) return
    const {src, alt, dataWidth} = element.properties
    const name = typeof src === 'string' ? names.get(src) : undefined
    if (name === undefined) parent.children[index] = {type: 'text', value: ''}
    else element.properties = {src: name, alt: typeof alt === 'string' && !isPath(alt) ? alt : '', ...(dataWidth !== undefined && {dataWidth})}
  })
}

/** A file's name tells nobody what a picture shows. */
function isPath(alt: string): boolean {
  return /^\S*\.\w{3,4}$/.test(alt)
}

export function shown(source: string): string {
  return source.length > 60 ? `${source.slice(0, 60)}…` : source
}
