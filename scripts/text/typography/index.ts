/** The typographic rules in their order: a rule is one file and one line here. */
import {hideAddresses} from './addresses.ts'
import type {Block} from './blocks.ts'
import {edited, pieceAt} from './blocks.ts'
import {setBoundHyphens} from './bound-hyphens.ts'
import {setCompounds} from './compounds.ts'
import {setDashes, setSpacedHyphens} from './dashes.ts'
import {collapseSpaces} from './double-spaces.ts'
import type {Edit, Rule} from './edits.ts'
import {setEllipses} from './ellipsis.ts'
import {setGershayim} from './gershayim.ts'
import type {Language} from './languages.ts'
import {languageFor} from './languages.ts'
import {bindLineEnds} from './line-ends.ts'
import {bindMeasures} from './measures.ts'
import {bindNumbersAndNames} from './numbers-and-names.ts'
import {bindOrdinals} from './ordinals.ts'
import {bindGroups} from './phone-numbers.ts'
import {setPrices} from './prices.ts'
import {setPunctuationSpaces} from './punctuation-spaces.ts'
import type {MixedPair} from './quotes.ts'
import {setQuotes} from './quotes.ts'
import {setRanges} from './ranges.ts'
import {setSymbols} from './symbols.ts'

/** What follows the quotation marks, which come first: their places must still be those of the source. */
const rules: readonly Rule[] = [
  collapseSpaces,
  setDashes,
  setSpacedHyphens,
  setRanges,
  setPrices,
  setEllipses,
  setSymbols,
  setPunctuationSpaces,
  setCompounds,
  bindNumbersAndNames,
  bindMeasures,
  bindGroups,
  bindOrdinals,
  bindLineEnds,
  setBoundHyphens
]

/** Typeset a block; `mixed` gives its ill-matched quotation marks by their places in the text as it was. */
export function typesetBlock(block: Block): {readonly block: Block; readonly mixed: readonly MixedPair[]} {
  const languages = new Set(block.pieces.map(({language}) => language))
  const [only] = languages.size === 1 ? languages : []
  const languageAt = (index: number) => only ?? languageOf(block, index)
  // One character for another: the places that the quotation marks' messages need stay as they are.
  const spelled = applied(readable(block), setGershayim, languages)
  const {edits, mixed} = setQuotes(spelled.text, languageAt)
  const quoted = readable(edits.length === 0 ? spelled.block : edited(spelled.block, edits))
  return {block: rules.reduce((current, rule) => applied(current, rule, languages), quoted).block, mixed}
}

/** A block, and its text as the rules see it. */
type Readable = {readonly block: Block; readonly text: string}

function readable(block: Block): Readable {
  return {block, text: hideAddresses(block.text)}
}

/** Typeset a text that is in no tree, such as the title in the metadata; `lang` is a BCP 47 tag. */
export function typesetText(text: string, lang: string): string {
  const language = languageFor(lang)
  const node = {type: 'text', value: text} as const
  return typesetBlock({text, pieces: [{start: 0, end: text.length, language, node}]}).block.text
}

/** Each language's version of a rule sees the whole text and edits its own stretches. */
function applied(current: Readable, rule: Rule, languages: ReadonlySet<Language>): Readable {
  const {block, text} = current
  const edits = [...languages].flatMap(language => {
    const found = rule(text, language)
    return languages.size === 1 ? found : found.filter(({start}) => languageOf(block, start) === language)
  })
  return edits.length === 0 ? current : readable(edited(block, inOrder(edits, languages.size)))
}

function inOrder(edits: readonly Edit[], languages: number): readonly Edit[] {
  return languages === 1 ? edits : edits.toSorted((a, b) => a.start - b.start)
}

function languageOf(block: Block, index: number): Language {
  return pieceAt(block, index)?.language ?? languageFor('')
}
