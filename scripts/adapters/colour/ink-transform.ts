/** The only importer of LittleCMS: from the screen's colours to a press's inks. */
import {readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import {cmsFLAGS_BLACKPOINTCOMPENSATION, cmsFLAGS_NOOPTIMIZE, INTENT_RELATIVE_COLORIMETRIC, instantiate, TYPE_CMYK_8, TYPE_RGB_8} from 'lcms-wasm'

/** Three bytes a pixel in (sRGB), four out (C, M, Y, K; 255 is full ink). */
export type InkTransform = (pixels: Uint8Array) => Uint8Array

/** Without the engine's short cut through a table, which is ten times as fast but up to 3 of 255 off. */
const flags = cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOOPTIMIZE

/** As much as is converted at once: bounds the engine's memory. */
const pixelsAtOnce = 1 << 20

/**
 * Make the transform from sRGB to the inks of an ICC profile: relative colorimetric with black point compensation, as
 * page programs do. Throws where the engine cannot read the profile.
 */
export async function inkTransform(profile: Uint8Array): Promise<InkTransform> {
  const {lcms, memory} = await start()
  const input = memory.place(profile)
  const output = lcms._cmsOpenProfileFromMem(input, profile.length)
  memory.release(input)
  const transform = output === 0 ? 0 : lcms.cmsCreateTransform(lcms.cmsCreate_sRGBProfile(), TYPE_RGB_8, output, TYPE_CMYK_8, INTENT_RELATIVE_COLORIMETRIC, flags)
  if (transform === 0) throw new Error('Expected an ICC profile that converts to CMYK')
  const convert = (pixels: Uint8Array) => {
    const count = pixels.length / 3
    const from = memory.place(pixels)
    const to = memory.reserve(count * 4)
    lcms._cmsDoTransform(transform, from, to, count)
    const inks = memory.read(to, count * 4)
    for (const address of [from, to]) memory.release(address)
    return inks
  }
  return pixels => inPieces(pixels, convert)
}

function inPieces(pixels: Uint8Array, convert: InkTransform): Uint8Array {
  const inks = new Uint8Array(pixels.length / 3 * 4)
  for (let at = 0; at < pixels.length; at += pixelsAtOnce * 3) inks.set(convert(pixels.subarray(at, at + pixelsAtOnce * 3)), at / 3 * 4)
  return inks
}

type EngineMemory = {
  readonly reserve: (bytes: number) => number
  readonly place: (bytes: Uint8Array) => number
  readonly read: (address: number, length: number) => Uint8Array
  readonly release: (address: number) => void
}

/**
 * Start the engine. Its own way to take bytes goes over a stack of 1 MiB, too small for a press's profile, and copies
 * pixels one by one; so memory is reserved and filled here.
 */
async function start() {
  const binary = await readFile(fileURLToPath(import.meta.resolve('lcms-wasm')).replace(/\.js$/, '.wasm'))
  const compiled = await WebAssembly.compile(new Uint8Array(binary))
  let exported: WebAssembly.Exports = {}
  const lcms = await instantiate({instantiateWasm: (imports, receive) => {
    const instance = new WebAssembly.Instance(compiled, imports)
    exported = instance.exports
    receive(instance)
    return exported
  }})
  return {lcms, memory: memoryOf(exported)}
}

function memoryOf({memory, malloc, free}: WebAssembly.Exports): EngineMemory {
  if (!(memory instanceof WebAssembly.Memory) || !isNumeric(malloc) || !isNumeric(free)) throw new Error('Expected the colour engine to share its memory')
  const reserve = (bytes: number) => malloc(bytes)
  const place = (bytes: Uint8Array) => {
    const address = reserve(bytes.length)
    new Uint8Array(memory.buffer).set(bytes, address)
    return address
  }
  return {reserve, place, read: (address, length) => new Uint8Array(memory.buffer).slice(address, address + length), release: address => void free(address)}
}

function isNumeric(value: unknown): value is (argument: number) => number {
  return typeof value === 'function'
}
