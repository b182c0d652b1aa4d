/** Remembers the theme with its fonts, as long as the text has the same characters. */
import type {Theme} from '../types.ts'
import type {Characters} from '../typeset/characters.ts'
import {loadTheme} from '../typeset/theme.ts'

export type LoadTheme = (name: string, characters: Characters, stylePath?: string) => Promise<Theme>

/**
 * Keep the last theme. One with something to say is loaded anew, for its messages have places in the text; so is one with a
 * style of the author's, who may be writing it.
 */
export function rememberTheme(load: LoadTheme = loadTheme): LoadTheme {
  let last: {readonly key: string; readonly theme: Theme} | undefined
  return async (name, characters, stylePath) => {
    if (stylePath !== undefined) return load(name, characters, stylePath)
    const key = keyOf(name, characters)
    if (last?.key === key) return last.theme
    const theme = await load(name, characters)
    last = theme.messages.length === 0 ? {key, theme} : undefined
    return theme
  }
}

function keyOf(name: string, {all, code, sequences, hasMath, lang}: Characters): string {
  return JSON.stringify([name, [...all.keys()].toSorted(), [...code].toSorted(), [...sequences], hasMath, lang])
}
