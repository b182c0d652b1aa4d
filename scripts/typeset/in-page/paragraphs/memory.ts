/** What a page knows of its words from one composition to the next: how wide they are, and where they may be cut. */
import type {Hyphenator, Patterns} from './hyphenation.ts'
import {hyphenator} from './hyphenation.ts'
import {rulesOf} from './languages.ts'
import type {Measurer} from './measure.ts'
import {measurer} from './measure.ts'

export type Memory = {
  readonly measure: Measurer
  /** The hyphenator of a language tag; undefined where words stay whole. */
  readonly hyphenatorOf: (language: string) => Hyphenator | undefined
}

type Kept = {readonly memory: Memory; readonly patterns: PatternFiles; uses: number}
type PatternFiles = Readonly<Record<string, Patterns>>

const kept = new WeakMap<Document, Kept>()
/** In a page that stands for hours, words of texts that are long gone would fill the memory. */
const mostUses = 100

/** Give the memory of a document whose fonts are loaded. */
export function memoryOf(document: Document, patterns: PatternFiles): Memory {
  const known = kept.get(document)
  if (known?.patterns === patterns && known.uses++ < mostUses) return known.memory
  const memory = {measure: measurer(document), hyphenatorOf: hyphenators(patterns)}
  kept.set(document, {memory, patterns, uses: 1})
  return memory
}

/** Patterns become hyphenators when a language is met for the first time. */
function hyphenators(patterns: PatternFiles): Memory['hyphenatorOf'] {
  const made = new Map<string, Hyphenator | undefined>()
  return language => {
    if (made.has(language)) return made.get(language)
    const rules = rulesOf(language)
    const own = rules && patterns[rules.patterns]
    made.set(language, rules && own ? hyphenator(own, rules) : undefined)
    return made.get(language)
  }
}
