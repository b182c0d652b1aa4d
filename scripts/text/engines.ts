/** What is large and seldom needed: grammars for code, and the converter of formulas. Loaded for a manuscript that asks. */
import type {Manuscript} from '../types.ts'
import type {Highlight} from './highlighter.ts'
import {highlighterFor, plain} from './highlighter.ts'

/** A formula as MathML, or what is wrong with it. */
export type Markup = {readonly html: string; readonly fault?: undefined} | {readonly fault: string; readonly html?: undefined}

/** Converts TeX, on lines of its own with `displayMode`. */
export type Formula = (tex: string, displayMode: boolean) => Markup

export type Engines = {readonly highlight: Highlight; readonly formula?: Formula}

/** No formulas, and code as it was typed. */
export const noEngines: Engines = {highlight: plain}

/** Load what a manuscript needs. */
export async function enginesFor({files, metadata}: Manuscript): Promise<Engines> {
  const highlight = await highlighterFor(files.map(({tree}) => tree))
  return metadata.math ? {highlight, formula: (await import('./mathml.ts')).mathml} : {highlight}
}
