/** The program's own EPUB comes back as the manuscript that it was made of, as far as an EPUB holds it. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {bind} from '../../scripts/epub/bind.ts'
import {importFile} from '../../scripts/import/import.ts'
import {markdownOf} from '../../scripts/import/markdown.ts'
import {read} from '../../scripts/manuscript/read.ts'
import {compose} from '../../scripts/text/compose.ts'
import {enginesFor} from '../../scripts/text/engines.ts'
import {modified} from '../epub/book.ts'
import {theme} from '../stock.ts'

const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-own-book-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const manuscript = `---
title: Own
subtitle: A book of ours
author: Ada Press
date: 2024-05-01
lang: en
dedication: |-
  To those who set it
  and those who swept
epigraph:
  text: Read, and pass it on.
  by: a printer
---

## One

:::epigraph

The press is free.

— A reader

:::

Text.[^1]

- [x] set
- [ ] printed

:::verse

Come all you printers,\\
set the type.

A second stanza.

:::

:::aside[A word *about* money]

A penny.

:::

:::pullquote

Nothing lasts.

:::

[^1]: See the end.
`

/** What comes back of a text. */
async function thereAndBack(text: string) {
  const path = join(folder, 'own.md')
  writeFileSync(path, text)
  const source = await read(path, realDisk)
  if (!('metadata' in source)) throw new Error('Expected a manuscript')
  const {bytes} = await bind(compose(source, await enginesFor(source)), theme, {modified})
  return importFile({name: 'own.epub', bytes, readNear: () => Promise.resolve(undefined)})
}

test('directives, tasks and metadata come back', async () => {
  const imported = await thereAndBack(manuscript)
  expect(markdownOf(imported)).toBe(manuscript)
  expect(imported.remarks).toEqual([{kind: 'lost', text: 'a colophon'}])
})

test('a link into the text is told in a note, too, and its words stay', async () => {
  const imported = await thereAndBack(manuscript.replace('See the end.', 'See [the head](#one).'))
  expect(markdownOf(imported)).toContain('[^1]: See the head.')
  expect(imported.remarks).toContainEqual({kind: 'lost', text: 'a link inside the text: write `[words](#id)`, and `{#id}` behind a head'})
})
