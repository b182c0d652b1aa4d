/** The only importer of subset-font: HarfBuzz's subsetter, compiled to WebAssembly. */
import subset from 'subset-font'
import {packWoff2} from './woff2.ts'

/** Layout features without which letters of Arabic and its kin stand apart, and those of India and its neighbours are not joined or in order. */
const shaping = ['isol', 'init', 'medi', 'med2', 'fina', 'fin2', 'fin3', 'rlig', 'rclt', 'mset', 'stch', 'curs', 'nukt', 'akhn', 'rphf', 'rkrf', 'pref', 'blwf', 'abvf', 'half', 'pstf', 'vatu', 'cjct', 'cfar', 'pres', 'abvs', 'blws', 'psts', 'haln', 'dist', 'abvm', 'blwm', 'ljmo', 'vjmo', 'tjmo']

/** Layout features that a page of an e-reader can show; all others would keep glyphs that nothing asks for. */
const keepFeatures = [...shaping, 'ccmp', 'locl', 'kern', 'liga', 'calt', 'mark', 'mkmk', 'lnum', 'onum', 'pnum', 'tnum']

/**
 * Cut a font down to the glyphs that a text needs, as WOFF2. The same font and text give the same bytes.
 * Rejects where the bytes are no font.
 */
export async function subsetFont(font: Uint8Array, text: string): Promise<Uint8Array> {
  const options = {targetFormat: 'truetype' as const, noHinting: true, keepFeatures}
  return packWoff2(await subset(Buffer.from(font), text, options))
}
