/** Abbreviations of several words, such as German `z. B.`, are set with a narrow space that does not break. */
import {narrowSpace} from './characters.ts'
import type {Edit} from './edits.ts'
import {editMatches} from './edits.ts'
import type {Language} from './languages.ts'

/** Set the spaces inside the language's compound abbreviations, typed with or without one. */
export function setCompounds(text: string, {compounds}: Language): readonly Edit[] {
  if (!compounds) return []
  return editMatches(text, compounds, ({index, 0: typed}) => {
    const parts = typed.replaceAll(/\.\s?(?=\p{L})/gu, `.${narrowSpace}`)
    return parts === typed ? undefined : {start: index, end: index + typed.length, text: parts}
  })
}
