/** What each language asks of its typesetter: one line a language, by primary language and region. */
import {scriptOf} from '../../writing.ts'
import {narrowSpace, noBreakSpace} from './characters.ts'
import type {WordLists} from './word-lists.ts'
import {wordLists} from './word-lists.ts'

/** The two levels of quotation marks, each an opening and a closing mark. */
export type Quotes = {
  readonly primary: Pair
  readonly secondary: Pair
  /** `kind`: `"` is always double and `'` always single, as typed. `nesting`: the outer pair is primary, and so on. */
  readonly level: 'kind' | 'nesting'
}
export type Pair = readonly [open: string, close: string]

/** What `--` and a spaced hyphen become. `closeUp`: the spaces around a typed `--` go, as Chicago sets it. */
export type Dash = {
  readonly spaced: string
  readonly unspaced: string
  readonly hyphen: string
  readonly closeUp: boolean
  /** A dash may cling to the word that it precedes alone (`--inciso--`), so ` --word` is no option of a program. */
  readonly clings: boolean
  /** No line begins with a spaced dash. */
  readonly bound: boolean
}

/** The spaces before `; ! ?` (`high`) and `:` (`colon`), and inside guillemets; '' where there is none. */
export type PunctuationSpaces = {
  readonly high: string
  readonly colon: string
  readonly guillemets: string
  /** Where the author typed no space, put one; else only make a typed one unbreakable. */
  readonly insert: boolean
}

export type Language = {
  readonly quotes: Quotes
  readonly dash: Dash
  /** `attached`: an ellipsis follows its word without a space. */
  readonly ellipsis: 'as typed' | 'attached'
  readonly spaces: PunctuationSpaces | undefined
  /** The space between a number and its unit. */
  readonly unitSpace: string
  /** The endings of ordinals are raised. */
  readonly raisesOrdinals?: boolean
  /** A double mark inside a word stands for an abbreviation, as Hebrew writes it. */
  readonly gershayim?: boolean
  /** Finds abbreviations of several words, which are set with narrow spaces. */
  readonly compounds: RegExp | undefined
  readonly words: WordLists
}

const curly = {primary: ['“', '”'], secondary: ['‘', '’'], level: 'kind'} as const
const guillemets = {primary: ['«', '»'], secondary: ['“', '”'], level: 'nesting'} as const
const eastern = {primary: ['«', '»'], secondary: ['„', '“'], level: 'nesting'} as const
const german = {primary: ['„', '“'], secondary: ['‚', '‘'], level: 'nesting'} as const
const swiss = {primary: ['«', '»'], secondary: ['‹', '›'], level: 'nesting'} as const
const corners = {primary: ['「', '」'], secondary: ['『', '』'], level: 'nesting'} as const
const polish = {primary: ['„', '”'], secondary: ['«', '»'], level: 'nesting'} as const

const em = {spaced: '—', unspaced: '—', hyphen: '—', closeUp: false, clings: false, bound: false} as const
const en = {spaced: '–', unspaced: '–', hyphen: '–', closeUp: false, clings: false, bound: true} as const
const american = {...em, hyphen: '–', closeUp: true, bound: true} as const
const british = {...en, unspaced: '—'} as const

const french = {high: narrowSpace, colon: noBreakSpace, guillemets: noBreakSpace, insert: true} as const
const frenchSwiss = {high: narrowSpace, colon: narrowSpace, guillemets: narrowSpace, insert: false} as const

const plain = {ellipsis: 'as typed', spaces: undefined, unitSpace: noBreakSpace, compounds: undefined} as const
const attached = {...plain, ellipsis: 'attached'} as const
const germanCompounds = compoundPattern('z. B.|d. h.|d. i.|d. J.|u. a.|u. ä.|u. U.|u. Z.|u. v. m.|u. v. a.|o. ä.|o. Ä.|z. T.|z. Z.|v. a.|s. o.|s. u.|i. d. R.|i. A.|i. V.|m. E.|a. a. O.|v. Chr.|n. Chr.')
const slavicCompounds = compoundPattern('т. д.|т. п.|т. е.|т. к.|т. н.|т. о.|н. э.|и. о.|в т. ч.|т. зв.|с. г.')
const germanic = {...plain, unitSpace: narrowSpace, compounds: germanCompounds} as const

const table = {
  'en-us': {...plain, quotes: curly, dash: american, words: wordLists.en},
  'en-gb': {...plain, quotes: curly, dash: british, words: wordLists.en},
  fr: {...attached, raisesOrdinals: true, quotes: guillemets, dash: em, words: wordLists.fr, spaces: french},
  'fr-ch': {...attached, raisesOrdinals: true, quotes: swiss, dash: em, words: wordLists.fr, spaces: frenchSwiss},
  de: {...germanic, quotes: german, dash: en, words: wordLists.de},
  'de-ch': {...germanic, quotes: swiss, dash: en, words: wordLists.de},
  es: {...attached, compounds: compoundPattern('EE. UU.|p. ej.|a. C.|d. C.|P. D.|q. e. p. d.'), quotes: guillemets, dash: {...em, clings: true}, words: wordLists.es},
  it: {...attached, quotes: guillemets, dash: em, words: wordLists.it},
  'pt-pt': {...attached, quotes: guillemets, dash: en, words: wordLists.pt},
  'pt-br': {...attached, quotes: curly, dash: em, words: wordLists.pt},
  ru: {...attached, compounds: slavicCompounds, quotes: eastern, dash: {...em, bound: true}, words: wordLists.ru},
  uk: {...attached, compounds: slavicCompounds, quotes: eastern, dash: {...em, bound: true}, words: wordLists.uk},
  pl: {...attached, quotes: polish, dash: en, words: wordLists.pl},
  el: {...plain, quotes: guillemets, dash: en, words: wordLists.el},
  tr: {...plain, quotes: curly, dash: en, words: wordLists.tr},
  // Dutch prints single or double marks on the first level: the author's choice stands.
  nl: {...plain, quotes: curly, dash: en, words: wordLists.nl},
  he: {...plain, quotes: curly, dash: en, words: wordLists.none, gershayim: true},
  yi: {...plain, quotes: {...polish, secondary: ['‚', '’']}, dash: en, words: wordLists.none, gershayim: true},
  ar: {...plain, quotes: guillemets, dash: en, words: wordLists.none},
  fa: {...plain, quotes: guillemets, dash: en, words: wordLists.none},
  ja: {...plain, quotes: corners, dash: em, words: wordLists.none},
  'zh-hant': {...plain, quotes: corners, dash: em, words: wordLists.none},
  default: {...plain, quotes: curly, dash: en, words: wordLists.none}
} as const satisfies Readonly<Record<string, Language>>

/** Languages without a region, and regions that follow another one. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['en', 'en-us'], ['en-ca', 'en-us'], ['en-ph', 'en-us'], ['en-pr', 'en-us'], ['pt', 'pt-br'], ['de-li', 'de-ch']
])

/** Where a language has no line of its own, regions that are not named follow this one. */
const elsewhere: ReadonlyMap<string, string> = new Map([['en', 'en-gb'], ['pt', 'pt-pt']])

const rows: ReadonlyMap<string, Language> = new Map(Object.entries(table))

/** Find the line of a BCP 47 tag: by language and region, by language, else the default. */
export function languageFor(tag: string): Language {
  const [primary = '', ...rest] = tag.toLowerCase().split(/[-_]/)
  const region = rest.find(part => /^(?:[a-z]{2}|\d{3})$/.test(part))
  const key = primary === 'zh' ? `zh-${scriptOf(tag) ?? ''}` : region === undefined ? primary : `${primary}-${region}`
  return rows.get(aliases.get(key) ?? key) ?? rows.get(elsewhere.get(primary) ?? primary) ?? table.default
}

/** The pattern of a list such as `z. B.|d. h.`: each with any space, or none, inside. */
function compoundPattern(list: string): RegExp {
  const alternatives = list.replaceAll('.', String.raw`\.`).replaceAll(' ', String.raw`[ \n]?`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}.\uFFFC])(?:${alternatives})(?![\p{L}\p{N}])`, 'gu')
}
