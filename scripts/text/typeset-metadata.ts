/** The metadata's own words get the same typography as the text: they stand on the cover in the largest type. */
import {withoutControls} from '../controls.ts'
import type {BackCover, Metadata} from '../types.ts'
import {withoutLigatures} from './rehype-ligatures.ts'
import {typesetText} from './typography/index.ts'

/** Typeset every text that a reader sees; identifiers, addresses and names of files stay as they are. */
export function typesetMetadata(metadata: Metadata): Metadata {
  // YAML can write a control character as an escape.
  const set = (text: string) => typesetText(withoutLigatures(withoutControls(text)), metadata.lang)
  const {subtitle, publisher, rights, description, series, dedication, epigraph, back} = metadata
  return {
    ...metadata,
    title: set(metadata.title),
    authors: metadata.authors.map(author => ({...author, name: set(author.name)})),
    ...(subtitle !== undefined && {subtitle: set(subtitle)}),
    ...(publisher !== undefined && {publisher: set(publisher)}),
    ...(rights !== undefined && {rights: set(rights)}),
    ...(description !== undefined && {description: set(description)}),
    ...(series && {series: {...series, name: set(series.name)}}),
    ...(dedication !== undefined && {dedication: byLine(dedication, set)}),
    ...(epigraph && {epigraph: {text: set(epigraph.text), ...(epigraph.by !== undefined && {by: set(epigraph.by)})}}),
    ...(back && {back: backWords(back, set)})
  }
}

/** The words of the back cover; the lines of its text and address stay lines. */
function backWords(back: BackCover, set: (text: string) => string): BackCover {
  const {text, address, price} = back
  return {
    ...back,
    ...(text !== undefined && {text: byLine(text, set)}),
    ...(address !== undefined && {address: byLine(address, set)}),
    ...(price !== undefined && {price: set(price)})
  }
}

function byLine(text: string, set: (text: string) => string): string {
  return text.split('\n').map(set).join('\n')
}
