/** The press file: the printed pages for a print shop. */
import type {Artifact, BuildDate, FontFile, Metadata, Pages} from '../types.ts'
import {finishReading} from './reading.ts'

export type PressIngredients = {readonly pages: Pages; readonly metadata: Metadata; readonly fonts: readonly FontFile[]; readonly date: BuildDate}

/** Make `SLUG-print.pdf`. */
export async function finishPress({pages, metadata, date}: PressIngredients): Promise<Artifact> {
  const reading = await finishReading(pages, metadata, date.instant)
  return {...reading, name: `${metadata.slug}-print.pdf`}
}
