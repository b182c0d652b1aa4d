/** The table of languages: one line each. */
import {directionOf, type Direction} from '../../../writing.ts'
import {ar} from './ar.ts'
import {de} from './de.ts'
import {el} from './el.ts'
import {en} from './en.ts'
import {es} from './es.ts'
import {fa} from './fa.ts'
import {fr} from './fr.ts'
import {he} from './he.ts'
import {it} from './it.ts'
import {nl} from './nl.ts'
import {pl} from './pl.ts'
import {ptPt} from './pt-pt.ts'
import {pt} from './pt.ts'
import {ru} from './ru.ts'
import {tr} from './tr.ts'
import type {PrintingWords} from './type.ts'
import {uk} from './uk.ts'

export type {PrintingWords} from './type.ts'

export const printingLanguages: Readonly<Record<string, PrintingWords>> = {en, es, fr, de, it, pt, 'pt-pt': ptPt, ru, uk, pl, el, tr, nl, he, ar, fa}

/**
 * The words for a BCP 47 language with the language that they are in and how it is written: English where it is not
 * known, or written from another side than usual, because what folds to the left there folds to the right here.
 */
export function printingWordsFor(lang: string): {readonly lang: string; readonly direction: Direction; readonly words: PrintingWords} {
  const tag = lang.toLowerCase()
  const key = [tag, tag.split('-')[0] ?? ''].find(each => Object.hasOwn(printingLanguages, each) && directionOf(each) === directionOf(lang))
  const words = key === undefined ? undefined : printingLanguages[key]
  return words ? {lang, direction: directionOf(lang), words} : {lang: 'en', direction: 'ltr', words: en}
}
