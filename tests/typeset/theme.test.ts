import {cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeEach, describe, expect, test} from 'vitest'
import {loadTheme} from '../../scripts/typeset/theme.ts'

const templates = mkdtempSync(join(tmpdir(), 'pamphleteer-theme-'))
const folder = join(templates, 'test-of-faults')
const load = () => loadTheme('test-of-faults', {all: new Map([[0x41, {file: 'a.md'}]]), code: new Set(), sequences: [], hasMath: false, lang: 'en'}, {templates})
beforeEach(() => {
  for (const file of ['fallback.yaml', 'scripts.yaml', 'common.css']) cpSync(`templates/${file}`, join(templates, file))
  cpSync('templates/common', join(templates, 'common'), {recursive: true})
  cpSync('templates/plain', folder, {recursive: true})
})
afterAll(() => rmSync(templates, {recursive: true, force: true}))

describe('a theme is told', () => {
  test('which file it lacks', async () => {
    rmSync(`${folder}/web.css`)
    await expect(load()).rejects.toThrow(/without web\.css, expected/)
  })

  test('nothing where it lacks what the common templates have', async () => {
    writeFileSync(`${folder}/cover.html`, '<section class="cover"><h1 data-fill="title"></h1></section>\n')
    const {files} = await load()
    expect(files.get('print.html')).toContain('<body>\n<section class="cover"><h1 data-fill="title"></h1></section>\n')
    expect(files.get('print.html')).toContain('class="back-cover"')
    expect(files.get('web.html')).toContain('data-fill="text"')
    expect(files.get('print.css')?.indexOf('.cover {page: cover}')).toBeLessThan(files.get('print.css')?.indexOf('@page cover') ?? 0)
  })

  test('what is common to all editions in each of its sheets, once, and its own behind it', async () => {
    writeFileSync(`${folder}/epub.css`, 'ol {color: green}\n')
    const {files} = await load()
    for (const name of ['print.css', 'web.css', 'epub.css']) expect(files.get(name)?.split('ol.digits-9').length, name).toBe(2)
    expect(files.get('epub.css')?.endsWith('ol {color: green}\n')).toBe(true)
  })

  test.each([
    ['fonts: [', /Unexpected YAML, .*\(templates\/test-of-faults\/theme\.yaml:1\)/],
    ['name: x\nfonts:\n  - {family: Literata, package: literata, faces: 400}\n', /Unexpected value of `fonts\.0\.faces`, .*\(templates\/test-of-faults\/theme\.yaml:3\)/],
    ['name: x\n', /Unexpected value of `fonts`/],
    ['name: x\nnotes: foot\nfonts:\n  - {family: Literata, package: literata, faces: [400]}\n', /Unexpected value of `notes`, expected `end`.*theme\.yaml:2\)/],
    ['fonts:\n  - {family: A, package: no-such-font-at-all, faces: [400]}\n', /font package `no-such-font-at-all`/],
    ['fonts:\n  - {family: Literata, package: literata, faces: [450]}\n', /face `450 normal` of Literata/]
  ])('what is wrong with %j', async (yaml, expected) => {
    writeFileSync(`${folder}/theme.yaml`, yaml)
    await expect(load()).rejects.toThrow(expected)
  })

  test('that it is not there, and which is near', async () => {
    await expect(loadTheme('plian', {all: new Map(), code: new Set(), sequences: [], hasMath: false, lang: 'en'})).rejects.toMatchObject({remedy: 'Did you mean `plain`?'})
  })
})

test.each(['classic', 'broadsheet', 'plain', 'large-print'])('%s and what stands behind it show the formulas of chemists and the thirds of bakers', async theme => {
  const all = new Map(Array.from('CO₂ ⅓ ℞', character => [character.codePointAt(0) ?? 0, {file: 'a.md'}] as const))
  const {messages} = await loadTheme(theme, {all, code: new Set(), sequences: [], hasMath: false, lang: 'en'})
  expect(messages.map(({severity}) => severity)).not.toContain('error')
})
