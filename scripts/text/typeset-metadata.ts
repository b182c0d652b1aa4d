/** The metadata's own words get the same typography as the text: they stand on the cover in the largest type. */
import {withoutControls} from '../controls.ts'
import type {Metadata} from '../types.ts'
import {withoutLigatures} from './rehype-ligatures.ts'
import {typesetText} from './typography/index.ts'

/** Typeset every text that a reader sees; identifiers, addresses and names of files stay as they are. */
export function typesetMetadata(metadata: Metadata): Metadata {
  // YAML can write a control character as an escape.
  const set = (text: string) => typesetText(withoutLigatures(withoutControls(text)), metadata.lang)
  const setLines = (text: string) => text.split('\n').map(set).join('\n')
  const {subtitle, publisher, rights, description, series, epigraph, back} = metadata
  return {
    ...metadata,
    title: set(metadata.title),
    authors: metadata.authors.map(author => ({...author, name: set(author.name)})),
    ...(subtitle !== undefined && {subtitle: set(subtitle)}),
    ...(publisher !== undefined && {publisher: set(publisher)}),
    ...(rights !== undefined && {rights: set(rights)}),
    ...(description !== undefined && {description: set(description)}),
    ...(series && {series: {...series, name: set(series.name)}}),
    ...(epigraph && {epigraph: {text: set(epigraph.text), ...(epigraph.by !== undefined && {by: set(epigraph.by)})}}),
    ...(back && {back: {
      ...back,
      ...(back.text !== undefined && {text: setLines(back.text)}),
      ...(back.address !== undefined && {address: setLines(back.address)}),
      ...(back.price !== undefined && {price: set(back.price)})
    }})
  }
}
