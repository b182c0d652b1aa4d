/** What the program uses of lcms-wasm, which comes without types. */
declare module 'lcms-wasm' {
  type Imports = WebAssembly.Imports

  type Lcms = {
    readonly cmsCreate_sRGBProfile: () => number
    readonly _cmsOpenProfileFromMem: (address: number, bytes: number) => number
    readonly cmsCreateTransform: (input: number, inputFormat: number, output: number, outputFormat: number, intent: number, flags: number) => number
    readonly _cmsDoTransform: (transform: number, input: number, output: number, pixels: number) => void
  }

  export const TYPE_RGB_8: number
  export const TYPE_CMYK_8: number
  export const INTENT_RELATIVE_COLORIMETRIC: number
  export const cmsFLAGS_BLACKPOINTCOMPENSATION: number
  export const cmsFLAGS_NOOPTIMIZE: number
  export function instantiate(options: {readonly instantiateWasm: (imports: Imports, receive: (instance: WebAssembly.Instance) => void) => WebAssembly.Exports}): Promise<Lcms>
}
