/** Remembers the theme with its fonts, as long as the text has the same characters. */
import type {Theme} from '../types.ts'
import type {Characters} from '../typeset/characters.ts'
import {loadTheme} from '../typeset/theme.ts'

export type LoadTheme = typeof loadTheme

/**
 * Keep the last theme. One with something to say is loaded anew, for its messages have places in the text; so is one of the
 * author's, or with a style of theirs, who may be writing it.
 */
export function rememberTheme(load: LoadTheme = loadTheme): LoadTheme {
  let last: {readonly key: string; readonly theme: Theme} | undefined
  return async (wanted, characters, loading) => {
    if (typeof wanted !== 'string' || loading?.style !== undefined) return load(wanted, characters, loading)
    const key = keyOf(wanted, characters)
    if (last?.key === key) return last.theme
    const theme = await load(wanted, characters, loading)
    last = theme.messages.length === 0 ? {key, theme} : undefined
    return theme
  }
}

function keyOf(name: string, {all, code, sequences, hasMath, lang, languages = []}: Characters): string {
  return JSON.stringify([name, [...all.keys()].toSorted(), [...code].toSorted(), [...sequences], hasMath, lang, [...languages]])
}
