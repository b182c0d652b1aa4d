/** The theme that the metadata names, held against those that there are. */
import {distance} from 'fastest-levenshtein'
import {message} from '../messages.ts'
import {literal} from './literal.ts'
import type {ReadMetadata} from './metadata.ts'

/** Take a theme that is not there out of the metadata, with a message at its place: the others are found all the same. */
export function withKnownTheme(metadata: ReadMetadata, themes: readonly string[]): ReadMetadata {
  const {theme, ...values} = metadata.values
  if (theme === undefined || themes.includes(theme)) return metadata
  const listed = themes.map(name => `\`${name}\``).join(', ')
  const nearest = themes.toSorted((a, b) => distance(theme, a) - distance(theme, b))[0] ?? ''
  const fault = message('bad-metadata', metadata.placeOf(['theme']), `Unexpected theme ${literal(theme)}, expected one of ${listed}`, `Did you mean \`${nearest}\`?`)
  return {...metadata, values, bad: new Set([...metadata.bad, 'theme']), messages: [...metadata.messages, fault]}
}
