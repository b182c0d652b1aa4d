/** Cuts faces down to the characters that they are to set. */
import type {FontFile} from './types.ts'

/** Cuts a font down to a text; handed in, because the adapter takes long to load. */
export type Subsetter = (font: Uint8Array, text: string) => Promise<Uint8Array>

/** A face with the characters that it is to set. */
export type FontUse = {readonly font: FontFile; readonly characters: ReadonlySet<string>}

/** Cut the fonts down to their characters, in the order given. One that this would make larger stays as it is. */
export async function subsetFonts(uses: readonly FontUse[], subset: Subsetter): Promise<readonly FontFile[]> {
  return Promise.all(uses.map(async ({font, characters}) => {
    const bytes = await subset(font.bytes, [...characters].sort().join(''))
    return bytes.length < font.bytes.length ? {...font, bytes} : font
  }))
}

/** Collect the characters of texts, in upper and lower case: a style may change it. */
export function charactersOf(texts: readonly string[]): Set<string> {
  const characters = new Set<string>()
  for (const text of texts) addCharacters(text, characters)
  return characters
}

/** Add those of a text, in upper and lower case. */
export function addCharacters(text: string, characters: Set<string>): void {
  for (const form of [text, text.toUpperCase(), text.toLowerCase()]) for (const character of form) characters.add(character)
}
