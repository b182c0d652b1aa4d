/** Faces for scripts that no theme sets, such as Hebrew or Chinese: installed on request, chosen by the text's language. */
import {message} from '../messages.ts'
import type {FontFile, Message} from '../types.ts'
import {scriptOf} from '../writing.ts'
import type {Use} from './characters.ts'
import type {FamilyChoice} from './fonts.ts'
import {placeOf, whereIn} from './substitutions.ts'

/** A family for whole scripts (their names in Unicode), and the languages that it comes first in; `signs`: those that it lends any text. */
export type ScriptFamily = FamilyChoice & {readonly scripts: readonly string[]; readonly languages: readonly string[]; readonly signs?: string | undefined}

/** Loads a family's files for characters; undefined where its package is not installed. */
export type Loader = (choice: FamilyChoice, needed: ReadonlySet<number>) => Promise<{readonly fonts: readonly FontFile[]; readonly covered: ReadonlySet<number>} | undefined>

export type ScriptFonts = {readonly fonts: readonly FontFile[]; readonly taken: ReadonlySet<number>; readonly messages: readonly Message[]}

/**
 * Choose files for what belongs to the scripts of the families; what a package would give that is not there is one error.
 * `languages`: the pamphlet's, then those of its passages.
 */
export async function chooseScriptFonts(families: readonly ScriptFamily[], missing: ReadonlyMap<number, Use>, languages: readonly string[], load: Loader): Promise<ScriptFonts> {
  const fonts: FontFile[] = []
  const messages: Message[] = []
  const taken = new Set<number>()
  for (const family of inOrderFor(languages, families)) {
    const wanted = wantedOf(family, new Set([...missing.keys()].filter(code => !taken.has(code))))
    if (wanted.size === 0) continue
    const loaded = await load(family, wanted)
    if (!loaded) messages.push(notInstalled(family, wanted, missing))
    const given = loaded ? new Set([...wanted].filter(code => loaded.covered.has(code))) : wanted
    for (const code of given) taken.add(code)
    fonts.push(...loaded?.fonts ?? [])
  }
  return {fonts, taken, messages}
}

/** Quotation marks, dashes and dots that Latin has as well, and that are as wide as any character among Han characters. */
const wideMarks = '\u2014\u2015\u2018\u201c\u201d\u2025\u2026'
/** An apostrophe, where no quotation mark opens that it closes. */
const closingMark = '\u2019'

/** Files for the marks in use that a pamphlet in Chinese or Japanese draws by the face of its script, though the theme's has them. */
export async function marksOfScript(families: readonly ScriptFamily[], needed: ReadonlySet<number>, lang: string, load: Loader): Promise<readonly FontFile[]> {
  const [family] = inOrderFor([lang], families).filter(({scripts, languages}) => scripts.includes('Han') && tagsOf(lang).some(tag => languages.includes(tag)))
  const has = (mark: string) => needed.has(mark.codePointAt(0) ?? 0)
  if (!family || family.scripts.includes('Hangul')) return []
  const marks = Array.from(wideMarks).filter(has)
  const codes = [...marks, ...marks.includes('\u2018') && has(closingMark) ? [closingMark] : []].map(mark => mark.codePointAt(0) ?? 0)
  return codes.length === 0 ? [] : (await load(family, new Set(codes)))?.fonts ?? []
}

/** Those of the first language first, then of the next, the others as they stand: Han characters have a form in each language. */
function inOrderFor(languages: readonly string[], families: readonly ScriptFamily[]): readonly ScriptFamily[] {
  const tags = languages.flatMap(tagsOf)
  const rank = (family: ScriptFamily) => {
    const found = tags.findIndex(tag => family.languages.includes(tag))
    return found === -1 ? tags.length : found
  }
  return families.toSorted((a, b) => rank(a) - rank(b))
}

/** A language with its script, and without. */
function tagsOf(lang: string): readonly string[] {
  const [primary = ''] = lang.toLowerCase().split('-')
  return [`${primary}-${scriptOf(lang) ?? ''}`, primary]
}

/** The marks that any letter may bear, whatever scripts Unicode gives them to. */
const sharedMark = /[\u0300-\u036f]/

/** Punctuation and signs of money that Unicode gives to no script. */
const ofNoScript = /(?=\p{Script=Common})[\p{P}\p{Sc}]/u

/**
 * Letters of the scripts, and where there are any, the punctuation that goes with them, and the signs of no script: the face
 * may have them. Where there are none, the signs that the family lends.
 */
function wantedOf({scripts, signs = ''}: ScriptFamily, missing: ReadonlySet<number>): ReadonlySet<number> {
  const letter = letterOf(scripts)
  const mark = new RegExp(scripts.map(script => `\\p{Script_Extensions=${script}}`).join('|') + (scripts.includes('Han') ? '|[\\u3000-\\u303f\\uff00-\\uffef]' : '') + `|${ofNoScript.source}`, 'u')
  const codes = [...missing]
  if (!codes.some(code => letter.test(String.fromCodePoint(code)))) return new Set(codes.filter(code => signs.includes(String.fromCodePoint(code))))
  return new Set(codes.filter(code => mark.test(String.fromCodePoint(code)) && !sharedMark.test(String.fromCodePoint(code))))
}

function letterOf(scripts: readonly string[]): RegExp {
  return new RegExp(scripts.map(script => `\\p{Script=${script}}`).join('|'), 'u')
}

function notInstalled({family, package: name, scripts}: ScriptFamily, wanted: ReadonlySet<number>, places: ReadonlyMap<number, Use>): Message {
  const [letter] = [...wanted].filter(code => letterOf(scripts).test(String.fromCodePoint(code)))
  const [sign = 0] = wanted
  const first = letter ?? sign
  const script = scripts.find(script => letterOf([script]).test(String.fromCodePoint(first))) ?? scripts[0] ?? ''
  const reason = `Unexpected ${script} character \`${String.fromCodePoint(first)}\` (${wanted.size} in all)${whereIn(places.get(first))}, expected a font that has it: ${family} is not installed`
  return message('missing-glyph', placeOf(places.get(first)), reason, `Install it: \`npm install @fontsource/${name}\`.`)
}
