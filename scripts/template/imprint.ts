/** What an author's imprint leaves out. */
import type {ElementContent} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {identifierWords, isbnOf} from '../isbn.ts'

type Stated = {readonly rights?: string; readonly identifier?: string}

/** The rights and the book's number, as lines, where the words of an imprint do not hold them. */
export function unnamedIn(imprint: readonly ElementContent[], {rights, identifier}: Stated): readonly string[] {
  const written = textOf({type: 'root', children: [...imprint]})
  const isbn = identifier === undefined ? undefined : isbnOf(identifier)
  return [
    ...(rights !== undefined && !written.includes(rights) ? [rights] : []),
    ...(identifier !== undefined && isbn !== undefined && !figuresOf(written).includes(isbn) ? [identifierWords(identifier)] : [])
  ]
}

function figuresOf(text: string): string {
  return text.toUpperCase().replaceAll(/[^\dX]/g, '')
}
