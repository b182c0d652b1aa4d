/** What an author's imprint leaves out, and what one says that nobody wrote. */
import type {ElementContent} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {identifierWords, isbnOf} from '../isbn.ts'

type Stated = {readonly rights?: string; readonly identifier?: string}
type Published = Stated & {readonly publisher?: string}

/** The rights and the book's number, as lines, where the words of an imprint do not hold them. */
export function unnamedIn(imprint: readonly ElementContent[], {rights, identifier}: Stated): readonly string[] {
  const written = textOf({type: 'root', children: [...imprint]})
  const isbn = identifier === undefined ? undefined : isbnOf(identifier)
  return [
    ...(rights !== undefined && !written.includes(rights) ? [rights] : []),
    ...(identifier !== undefined && isbn !== undefined && !figuresOf(written).includes(isbn) ? [identifierWords(identifier)] : [])
  ]
}

/**
 * The lines of an imprint that nobody wrote: publisher, rights, number. None where all of them stand among what is `said`
 * elsewhere, on the covers or above the text: a name alone at the foot of a page reads as a signature.
 */
export function statedLines({publisher, rights, identifier}: Published, said: readonly (string | undefined)[]): readonly string[] {
  const elsewhere = said.filter(words => words !== undefined).join('\n')
  const isbn = identifier === undefined ? undefined : isbnOf(identifier)
  const number = identifier === undefined ? undefined : identifierWords(identifier)
  const isNews = [publisher, rights, number].some(line => line !== undefined && !elsewhere.includes(line) && !(line === number && isbn !== undefined && figuresOf(elsewhere).includes(isbn)))
  return isNews ? [publisher, rights, number].filter(line => line !== undefined) : []
}

function figuresOf(text: string): string {
  return text.toUpperCase().replaceAll(/[^\dX]/g, '')
}
