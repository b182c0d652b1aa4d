/** The images of a manuscript: found where a file refers to them, read from below its folder only, checked to the last byte. */
import {inspectRaster} from '../adapters/images.ts'
import {resolveReference, type Reference} from '../asset-name.ts'
import {message} from '../messages.ts'
import type {Asset, ImageType, Message, Place, RuleId} from '../types.ts'
import type {Below, BelowFault} from './below.ts'
import {literal} from './literal.ts'
import type {ImageReference} from './references.ts'
import {sniff} from './sniff.ts'
import {inspectSvg} from './svg.ts'

export type Assets = {readonly assets: ReadonlyMap<string, Asset>; readonly messages: readonly Message[]}

/** What is wrong with an image or a reference, still without its place. */
type Fault = {readonly ruleId: RuleId; readonly reason: string; readonly remedy: string}

/** What an image is, or what is wrong with it. */
export type Inspected = Asset | Fault

/** Checks the bytes of an image; one that remembers need not look at the same bytes again. */
export type Inspect = (name: string, mediaType: ImageType, bytes: Uint8Array) => Promise<Inspected>

/** How much may be read: bytes a file, bytes in all, files. */
export type AssetLimits = {readonly fileBytes: number; readonly totalBytes: number; readonly files: number}

const mebibyte = 1_048_576
export const assetLimits: AssetLimits = {fileBytes: 100 * mebibyte, totalBytes: 500 * mebibyte, files: 2_000}
const svgBytes = 20 * mebibyte

/** Decoding takes a processor each; two at a time also bound the memory. */
const atATime = 2

/**
 * Load every image once, in the order of names; each reference to a faulty one gets a message at its own place.
 * Assets are keyed by their names, in code unit order.
 */
export async function loadAssets(references: readonly ImageReference[], folder: Below, limits: AssetLimits = assetLimits, inspect: Inspect = inspectAsset): Promise<Assets> {
  const resolved = references.map(reference => ({...reference, target: resolveReference(reference.place.file, reference.url)}))
  const names = [...new Set(resolved.flatMap(({target}) => target.kind === 'asset' ? [target.name] : []))].sort()
  const loaded = await loadAll(names, folder, limits, inspect)
  const messages = resolved.flatMap(({target, url, place}) => {
    const fault = target.kind === 'asset' ? faultOf(loaded.get(target.name)) : badReference(target, url)
    return fault ? [report(fault, place)] : []
  })
  const assets = names.flatMap(name => {
    const asset = loaded.get(name)
    return asset && 'bytes' in asset ? [[name, asset] as const] : []
  })
  return {assets: new Map(assets), messages}
}

function faultOf(loaded: Asset | Fault | undefined): Fault | undefined {
  return loaded && 'ruleId' in loaded ? loaded : undefined
}

function report({ruleId, reason, remedy}: Fault, place: Place): Message {
  return message(ruleId, place, reason, remedy)
}

const usable = 'expected PNG, JPEG, WebP, GIF, AVIF or SVG'
const bringIn = 'Bring the file into the manuscript\'s folder and refer to it there.'

/** Say what is wrong with an address that cannot mean a file of the manuscript. */
function badReference({kind}: Exclude<Reference, {kind: 'asset'}>, url: string): Fault {
  const address = literal(url)
  switch (kind) {
    case 'outside': return {ruleId: 'image-outside', reason: `Unexpected image ${address} outside the manuscript's folder, expected a file below it`, remedy: bringIn}
    case 'remote': return {ruleId: 'remote-image', reason: `Unexpected remote image ${address}, expected a file below the manuscript`, remedy: bringIn}
    case 'data': return {ruleId: 'image-format', reason: 'Unexpected image inside its address (`data:`), expected the name of a file', remedy: 'Save the image as a file in the manuscript\'s folder and refer to that.'}
    case 'backslash': return {ruleId: 'missing-image', reason: `Unexpected backslash in the path of image ${address}, expected \`/\` between folders`, remedy: 'Write `/`: it works on every system.'}
    case 'empty': return {ruleId: 'missing-image', reason: 'Unexpected image without a file name, expected a file below the manuscript', remedy: 'Write the name of the file.'}
  }
}

/** Load the images a few at a time, until there are too many files or bytes. */
async function loadAll(names: readonly string[], folder: Below, limits: AssetLimits, inspect: Inspect): Promise<ReadonlyMap<string, Asset | Fault>> {
  const loaded = new Map<string, Asset | Fault>()
  let totalBytes = 0
  for (let start = 0; start < names.length; start += atATime) {
    const some = names.slice(start, start + atATime)
    const excess = start >= limits.files ? `more than ${limits.files} images` : totalBytes > limits.totalBytes ? `more than ${limits.totalBytes / mebibyte} MiB of images` : undefined
    const results = excess === undefined ? await Promise.all(some.map(name => load(name, folder, limits, inspect))) : some.map(() => tooMuch(excess))
    for (const [index, name] of some.entries()) {
      const result = results[index]
      if (result) loaded.set(name, result)
      if (result && 'bytes' in result) totalBytes += result.bytes.length
    }
  }
  return loaded
}

function tooMuch(excess: string): Fault {
  return {ruleId: 'image-format', reason: `Unexpected ${excess}, expected fewer in one pamphlet`, remedy: 'Use fewer or smaller images.'}
}

async function load(name: string, folder: Below, limits: AssetLimits, inspect: Inspect): Promise<Asset | Fault> {
  const opened = await folder.open(name, limits.fileBytes)
  if (opened.fault !== undefined) return unopened(name, opened, limits)
  const {bytes} = opened
  const kind = sniff(bytes)
  if ('mediaType' in kind) return inspect(name, kind.mediaType, bytes)
  const actual = bytes.length === 0 ? 'empty file' : kind.foreign === undefined ? 'file' : `${kind.foreign} file`
  return {ruleId: 'image-format', reason: `Unexpected ${actual} ${literal(name)}, ${usable}`, remedy: bytes.length === 0 ? 'Export the image again.' : 'Convert it to PNG or JPEG.'}
}

function unopened(name: string, fault: BelowFault, {fileBytes}: AssetLimits): Fault {
  const image = literal(name)
  switch (fault.fault) {
    case 'missing': return {ruleId: 'missing-image', reason: `Unexpected missing image ${image}, expected a file below the manuscript`, remedy: remedyFor(name, fault.nearest)}
    case 'outside': return {ruleId: 'image-outside', reason: `Unexpected link ${image} out of the manuscript's folder, expected a file below it`, remedy: 'Put the file itself in place of the link.'}
    case 'loop': return {ruleId: 'missing-image', reason: `Unexpected link ${image} that leads back to itself, expected an image file`, remedy: 'Put the file itself in place of the link.'}
    case 'folder': return {ruleId: 'missing-image', reason: `Unexpected folder ${image}, expected an image file`, remedy: 'Write the name of a file in it.'}
    case 'special': return {ruleId: 'missing-image', reason: `Unexpected special file ${image}, expected an image file`, remedy: 'Put an ordinary file in its place.'}
    case 'forbidden': return {ruleId: 'missing-image', reason: `Unexpected image ${image} that may not be read, expected a readable file`, remedy: 'Change its permissions.'}
    case 'too-large': return {ruleId: 'image-format', reason: `Unexpected size of image ${image}, expected at most ${fileBytes / mebibyte} MiB`, remedy: 'Make the image smaller.'}
  }
}

function remedyFor(name: string, nearest: string | undefined): string {
  if (nearest === undefined) return 'Put the file there, or correct the path.'
  const isCase = nearest.toLowerCase() === name.toLowerCase()
  return isCase ? `Write ${literal(nearest)}: upper and lower case must match.` : `Write ${literal(nearest)} if that is the one, or put the file there.`
}

/** Check an image to its last byte. */
export async function inspectAsset(name: string, mediaType: ImageType, bytes: Uint8Array): Promise<Inspected> {
  if (mediaType === 'image/svg+xml') return inspectDrawing(name, bytes)
  const result = await inspectRaster(bytes, mediaType)
  if (result.fault === undefined) return {name, mediaType, bytes, ...result}
  if (result.fault === 'too-many-pixels') {
    return {ruleId: 'image-format', reason: `Unexpected image ${literal(name)} of ${result.megapixels} megapixels, expected at most 100`, remedy: 'Make the image smaller.'}
  }
  return {ruleId: 'corrupt-image', reason: `Unexpected damage in image ${literal(name)}, expected a file that decodes to its end`, remedy: 'Copy or export the file again.'}
}

function inspectDrawing(name: string, bytes: Uint8Array): Asset | Fault {
  if (bytes.length > svgBytes) return {ruleId: 'image-format', reason: `Unexpected size of SVG ${literal(name)}, expected at most ${svgBytes / mebibyte} MiB`, remedy: 'Simplify it, or convert it to PNG.'}
  const result = inspectSvg(bytes)
  if (result.fault === undefined) return {name, mediaType: 'image/svg+xml', bytes, ...result}
  const ruleId = result.fault === 'corrupt' ? 'corrupt-image' : 'image-format'
  return {ruleId, reason: `Unexpected ${result.actual} in ${literal(name)}, expected ${result.expected}`, remedy: result.remedy}
}
