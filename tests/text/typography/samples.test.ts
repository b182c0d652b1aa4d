import {globSync, readFileSync} from 'node:fs'
import {basename, dirname} from 'node:path'
import {describe, expect, test} from 'vitest'
import {typesetMarkdown} from './typeset.ts'

/** A sample is a folder named by its language. Refresh with `vitest run samples -u`; `~` and `_` are no-break spaces. */
const folders = globSync('tests/text/typography/samples/*/input.md').toSorted().map(dirname)

describe.each(folders)('%s', folder => {
  const {html, messages} = typesetMarkdown(basename(folder), readFileSync(`${folder}/input.md`, 'utf8'))

  test('gives the HTML', async () => {
    await expect(`${html}\n`).toMatchFileSnapshot(`samples/${basename(folder)}/expected.html`)
  })

  test('says what is wrong', async () => {
    await expect(messages.map(message => `${message}\n`).join('')).toMatchFileSnapshot(`samples/${basename(folder)}/messages.txt`)
  })
})

test('every sample was found', () => {
  expect(folders.length).toBe(6)
})
