import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {isOwnClass, openClasses} from '../../scripts/template/own-classes.ts'
import {classesByFile} from './class-names.ts'

const {sheets, written, pages, code} = classesByFile

describe('the classes of the program’s own', () => {
  test.each([...sheets, ...written, ...pages, ...code])('are those of %s', (_path, names) => {
    expect(names.filter(name => !isOwnClass(name) && !openClasses.includes(name))).toEqual([])
  })

  test('are found where they are', () => {
    expect(sheets.flatMap(([, names]) => names)).toEqual(expect.arrayContaining(['cover', 'digits-9', 'hl-keyword', 'quotation-source', 'wide']))
    expect(written.flatMap(([, names]) => names)).toEqual(expect.arrayContaining(['page-turn', 'set-hyphen', 'stacked-name']))
    expect(pages.flatMap(([, names]) => names)).toEqual(expect.arrayContaining(['half-title', 'cover-nameplate', 'skip']))
    expect(code.flatMap(([, names]) => names)).toEqual(expect.arrayContaining(['term', 'turned', 'chapter-notes', 'stanza', 'noteref', 'title-page']))
  })

  test.each(['my-cover', 'covers', 'Cover', 'set', 'set-up', 'indent', 'language-js', 'c', ''])('leave %j to authors', name => {
    expect(isOwnClass(name)).toBe(false)
  })

  test('are none of those that are open to authors', () => {
    expect(openClasses.filter(isOwnClass)).toEqual([])
  })

  test('are told apart in the handbook, which lists all that are open', () => {
    const [, chapter = ''] = /^## Classes that the text may use$([^]*?)^## /m.exec(readFileSync('docs/04-themes.md', 'utf8')) ?? []
    const listed = [...chapter.matchAll(/^\| (`[^|]*`) \|/gm)].flatMap(([, names = '']) => [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name))
    expect(listed.toSorted()).toEqual([...openClasses].toSorted())
    const taken = /own elements, such as (.*?), are taken off/.exec(chapter)?.[1] ?? ''
    expect([...taken.matchAll(/`([^`]+)`/g)].map(([, name = '']) => isOwnClass(name))).toEqual([true, true, true])
  })
})
