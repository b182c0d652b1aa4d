/** The ICC profiles that come with the program, in `templates/icc/` with the notice where they are from. */
import {readFile} from 'node:fs/promises'

const files = {uncoated: 'fogra29-uncoated.icc', coated: 'fogra39-coated.icc'} as const

/** Read a profile of the program's own. */
export async function readProfile(name: keyof typeof files): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL(`../../../templates/icc/${files[name]}`, import.meta.url)))
}
