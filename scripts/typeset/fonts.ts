/** Chooses the font files that a pamphlet's characters need: a theme's own faces first, then the fallback's. */
import type {FontFile, Message} from '../types.ts'
import type {Characters} from './characters.ts'
import type {Subset} from './font-packages.ts'
import {folderOf, loadFace, openPackage, readFace} from './font-packages.ts'
import type {Loader, ScriptFamily} from './script-fonts.ts'
import {chooseScriptFonts, marksOfScript} from './script-fonts.ts'
import {substitutionsOf, unknownLetters} from './substitutions.ts'
import {charactersOf} from './woff2-characters.ts'

/** A family as a theme names it; `package` is the part of the npm name after `@fontsource/`, `line` its place in the theme's file. */
export type FamilyChoice = {readonly family: string; readonly package: string; readonly faces: readonly (number | string)[]; readonly only?: 'code'; readonly line?: number}

export type ChosenFonts = {readonly fonts: readonly FontFile[]; readonly messages: readonly Message[]}

/** Loads the faces of a family, of each the subsets that hold needed characters; `covered` is what its first face shows. */
type Load = (choice: FamilyChoice, needed: ReadonlySet<number>) => Promise<{readonly fonts: readonly FontFile[]; readonly covered: ReadonlySet<number>}>

/** The family that style sheets name behind the theme's own. */
export const fallbackFamily = 'Fallback'

/** What stands behind a theme's own families: faces for symbols, and those for whole scripts. */
export type Substitutes = {readonly symbols: readonly FamilyChoice[]; readonly scripts: readonly ScriptFamily[]; readonly math?: FamilyChoice}

/**
 * Choose the files. Characters that the theme's first family lacks come from the face of their script, else from the
 * first face for symbols that has them, under the family `Fallback`; a symbol is a warning, one that nothing shows an error.
 * Packages are looked for beside the program, and then from the folders `from` upwards.
 */
export async function chooseFonts(theme: readonly FamilyChoice[], {symbols, scripts, math}: Substitutes, {all, code, sequences, hasMath, lang, languages = [], counts}: Characters, from: readonly string[] = []): Promise<ChosenFonts> {
  const load: Load = (choice, of) => loadFamily(choice, of, from)
  const [needed, inCode] = [new Set([...all.keys()].filter(isShown)), new Set([...code].filter(isShown))]
  const families = theme.filter(({only}) => only === undefined || inCode.size > 0)
  const own = await Promise.all(families.map(choice => load(choice, choice.only === 'code' ? inCode : needed)))
  const missing = [...needed].filter(character => !own[0]?.covered.has(character))
  const places = new Map(missing.map(character => [character, all.get(character) ?? {file: '.'}]))
  const loadInstalled: Loader = async (choice, of) => folderOf(choice.package, from) === undefined ? undefined : loadNarrowed(choice, of, load)
  const ofScripts = await chooseScriptFonts(scripts, places, [lang, ...languages], loadInstalled)
  const marks = await marksOfScript(scripts, needed, lang, loadInstalled)
  const left = missing.filter(character => !ofScripts.taken.has(character)).toSorted((a, b) => a - b)
  const {fonts, taken} = await findSubstitutes(symbols, new Set(left), sequences.map(codesOf), load)
  const unknown = new Set(left.filter(character => !taken.has(character) && isForeignLetter(character)))
  const substitutions = substitutionsOf(left.filter(character => !unknown.has(character)), {taken, places, counts, sequences, family: theme[0]?.family ?? ''})
  const messages = [...unknownLetters([...all.keys()].filter(character => unknown.has(character)), places), ...substitutions]
  const ofFormulas = math && hasMath ? (await load(math, new Set())).fonts.map(font => ({...font, range: 'U+0-10FFFF'})) : []
  const ofText = own.flatMap((family, index) => families[index]?.only === 'code' ? [] : family.fonts)
  return {fonts: [...own.flatMap(family => family.fonts), ...instead(ofText, marks), ...ofFormulas, ...ofScripts.fonts, ...fonts], messages: [...ofScripts.messages, ...messages]}
}

/** Faces of their script's own for marks that a theme's face has, too; each stands in for those of the theme by the weight that is nearest. A later rule for a character wins. */
function instead(fonts: readonly FontFile[], marks: readonly FontFile[]): readonly FontFile[] {
  const looks = new Map(fonts.map(({family, weight, style}) => [`${family} ${weight} ${style}`, {family, weight, style}]))
  return [...looks.values()].flatMap(look => {
    const nearest = marks.toSorted((a, b) => Math.abs(a.weight - look.weight) - Math.abs(b.weight - look.weight))[0]?.weight
    return marks.filter(({weight}) => weight === nearest).map(mark => ({...mark, ...look}))
  })
}

/** Load a family as a substitute: its ranges are what was asked for, so that it takes nothing from the theme's faces. */
async function loadNarrowed(choice: FamilyChoice, needed: ReadonlySet<number>, load: Load): ReturnType<Loader> {
  const {fonts, covered} = await load(choice, needed)
  const narrowed = fonts.flatMap(font => {
    const has = charactersOf(font.bytes)
    const codes = [...needed].filter(code => has.has(code))
    return codes.length === 0 ? [] : [{...font, family: fallbackFamily, range: rangeOf(codes)}]
  })
  return {fonts: narrowed, covered}
}

async function loadFamily(choice: FamilyChoice, needed: ReadonlySet<number>, from: readonly string[]): ReturnType<Load> {
  const source = await openPackage(choice, from)
  // A package of one subset holds the whole face, whatever range it claims.
  const subsets = source.subsets.filter(subset => source.subsets.length === 1 || [...needed].some(code => inRange(code, subset)))
  const faces = choice.faces.map(readFace)
  const fonts = await Promise.all(faces.flatMap(face => subsets.map(subset => loadFace(source, choice, face, subset))))
  const [first] = faces
  const covered = fonts.filter(font => font.weight === first?.weight && font.style === first.style).flatMap(font => [...charactersOf(font.bytes)])
  return {fonts, covered: new Set(covered)}
}

/**
 * Find faces for characters that the theme lacks; each file is there for just the characters that it gives, and for
 * those of the sequences that it shows whole. The shaper passes a sequence on until one face has all of it.
 */
async function findSubstitutes(fallback: readonly FamilyChoice[], missing: ReadonlySet<number>, sequences: readonly (readonly number[])[], load: Load) {
  const fonts: FontFile[] = []
  const taken = new Map<number, string>()
  const whole = new Set<readonly number[]>()
  for (const choice of fallback) {
    const left = new Set([...missing].filter(code => !taken.has(code) && !isForeignLetter(code)))
    const broken = sequences.filter(codes => !whole.has(codes))
    if (left.size === 0 && broken.length === 0) break
    const loaded = await load({...choice, faces: choice.faces.slice(0, 1)}, new Set([...left, ...broken.flat().filter(isShown)]))
    for (const font of loaded.fonts) {
      const has = charactersOf(font.bytes)
      const codes = [...left].filter(code => has.has(code) && !taken.has(code))
      const joined = broken.filter(sequence => !whole.has(sequence) && sequence.every(code => has.has(code)))
      for (const code of codes) taken.set(code, choice.family)
      for (const sequence of joined) {
        whole.add(sequence)
        for (const code of sequence) taken.set(code, choice.family)
      }
      const range = new Set([...codes, ...joined.flat()])
      if (range.size > 0) fonts.push({...font, family: fallbackFamily, range: rangeOf([...range])})
    }
  }
  return {fonts, taken}
}

function codesOf(text: string): readonly number[] {
  return Array.from(text, character => character.codePointAt(0) ?? 0)
}

/** Letters, with their marks and stops, of scripts that the faces do not set: a symbol face may have some, but not as text. */
function isForeignLetter(code: number): boolean {
  const character = String.fromCodePoint(code)
  return /[\p{L}\p{M}\p{Po}]/u.test(character) && !/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u.test(character)
}

function inRange(code: number, {ranges}: Subset): boolean {
  return ranges.some(([first, last]) => code >= first && code <= last)
}

function rangeOf(codes: readonly number[]): string {
  return codes.toSorted((a, b) => a - b).map(code => `U+${code.toString(16).toUpperCase()}`).join(', ')
}

/** Spaces, joiners and controls need no glyph: the shaper makes them. */
function isShown(code: number): boolean {
  return !/[\p{Zs}\p{Zl}\p{Zp}\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Co}\u{fe00}-\u{fe0f}]/u.test(String.fromCodePoint(code))
}
