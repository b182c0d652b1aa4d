/** The table of languages: one line each. */
import {de} from './de.ts'
import {el} from './el.ts'
import {en} from './en.ts'
import {es} from './es.ts'
import {fr} from './fr.ts'
import {it} from './it.ts'
import {nl} from './nl.ts'
import {pl} from './pl.ts'
import {pt} from './pt.ts'
import {ru} from './ru.ts'
import {tr} from './tr.ts'
import type {PrintingWords} from './type.ts'
import {uk} from './uk.ts'

export type {PrintingWords} from './type.ts'

export const printingLanguages: Readonly<Record<string, PrintingWords>> = {en, es, fr, de, it, pt, ru, uk, pl, el, tr, nl}

/** The words for a BCP 47 language with the language that they are in: English where it is not known. */
export function printingWordsFor(lang: string): {readonly lang: string; readonly words: PrintingWords} {
  const language = lang.toLowerCase().split('-')[0] ?? ''
  const words = printingLanguages[language]
  return words ? {lang, words} : {lang: 'en', words: en}
}
