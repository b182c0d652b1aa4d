/** The shop's own ICC profile, where the metadata names one: read from below the manuscript's folder, its head checked. */
import {resolveReference} from '../asset-name.ts'
import {message} from '../messages.ts'
import type {Message, Place} from '../types.ts'
import type {Below} from './below.ts'
import {literal} from './literal.ts'
import type {ReadMetadata} from './metadata.ts'

/** The profile's bytes where there is one, else why not; neither where none is named. */
export type LoadedProfile = {readonly profile?: Uint8Array; readonly messages: readonly Message[]}

/** Profiles of presses have one to three MiB. */
const profileBytes = 16 * 1_048_576
const shipped = ['uncoated', 'coated']

/** Load the profile that `print.icc` names. */
export async function loadProfile({values, placeOf}: ReadMetadata, folder: Below): Promise<LoadedProfile> {
  const name = values.print?.icc
  if (name === undefined || shipped.includes(name)) return {messages: []}
  const place = placeOf(['print', 'icc'])
  const target = resolveReference(place.file, name)
  const opened = target.kind === 'asset' ? await folder.open(target.name, profileBytes) : {fault: 'outside' as const}
  if (opened.fault !== undefined) return {messages: [absent(name, place)]}
  const fault = faultOf(opened.bytes) ?? await faultWithin(opened.bytes)
  return fault === undefined ? {profile: opened.bytes, messages: []} : {messages: [unfit(name, fault, place)]}
}

/** Look at the profile's head (ICC.1:2022, 7.2): signature, size, class and colour space. */
export function faultOf(bytes: Uint8Array): string | undefined {
  const latin1 = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (bytes.length < 132 || latin1(36, 40) !== 'acsp') return 'is no ICC profile'
  if (new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) !== bytes.length) return 'is cut short or has something behind its end'
  if (latin1(16, 20) !== 'CMYK') return `is for ${latin1(16, 20).trim()}, not for CMYK`
  return latin1(12, 16) === 'prtr' ? undefined : 'is not for an output device'
}

/** What stands behind the head has to be read by who reads it best. */
async function faultWithin(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const {inkTransform} = await import('../adapters/colour/ink-transform.ts')
    await inkTransform(bytes)
    return undefined
  } catch {
    return 'has tables that are damaged, or none from the screen to its inks'
  }
}

function absent(name: string, place: Place): Message {
  return message('bad-metadata', place, `Unexpected ${literal(name)} in \`print.icc\`, expected \`uncoated\`, \`coated\` or an ICC profile below the manuscript's folder`, 'Put the shop\'s profile into the manuscript\'s folder and write its name.')
}

function unfit(name: string, fault: string, place: Place): Message {
  return message('bad-metadata', place, `Unexpected file ${literal(name)}, which ${fault}, expected the ICC profile of a press (CMYK, output)`, 'Ask the shop for the profile of its press and paper.')
}
