import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {read} from '../../scripts/manuscript/read.ts'
import {UsageError} from '../../scripts/types.ts'
import {inFolder} from './temporary.ts'

const theme = (folder: string) => Object.fromEntries(['theme.yaml', 'print.css', 'web.css', 'epub.css'].map(file => [`${folder}/${file}`, `/* ${file} */\n`]))
const themes = ['classic', 'plain']
const text = (name: string) => `---\ntitle: T\nlang: en\ntheme: ${name}\n---\nText.\n`

/** What reading gives: the theme's files, or the messages with their places. */
async function readIn(files: Readonly<Record<string, string>>, chosen?: (folder: string) => string) {
  return inFolder(files, async folder => {
    const manuscript = await read(join(folder, 'm/a.md'), realDisk, {themes, ...(chosen && {theme: chosen(folder)})})
    if (!('metadata' in manuscript)) throw new Error('no manuscript')
    const messages = manuscript.messages.map(({place: {file, line, column}, reason, remedy}) => `${file}:${line ?? ''}:${column ?? ''} ${reason} | ${remedy ?? ''}`)
    return {messages, named: manuscript.metadata.theme, own: manuscript.ownTheme && {name: manuscript.ownTheme.name, files: [...manuscript.ownTheme.files.keys()]}}
  })
}

describe('a theme beside the text', () => {
  test('is taken from its folder, with the templates that it has', async () => {
    const found = await readIn({'m/a.md': text('./looks/mine'), ...theme('m/looks/mine'), 'm/looks/mine/cover.html': '<p></p>\n', 'm/looks/mine/notes.txt': 'No file of a theme.\n'})
    expect(found).toEqual({messages: [], named: './looks/mine', own: {name: 'looks/mine', files: ['theme.yaml', 'print.css', 'web.css', 'epub.css', 'cover.html']}})
  })

  test('wins from the command line, by its path from the working folder, wherever it lies', async () => {
    const found = await readIn({'m/a.md': text('./gone'), ...theme('elsewhere/mine')}, folder => join(folder, 'elsewhere/mine'))
    expect([found.messages, found.own?.name]).toEqual([[], 'mine'])
    expect(await readIn({'m/a.md': text('./gone')}, () => 'plain')).toEqual({messages: [], named: 'plain', own: undefined})
  })

  test.each([
    ['./mien', theme('m/mine'), 'a.md:4:8 Unexpected theme `./mien`, expected a folder with theme.yaml, print.css, web.css, epub.css | Did you mean `./mine`?'],
    ['./none', {}, 'a.md:4:8 Unexpected theme `./none`, expected a folder with theme.yaml, print.css, web.css, epub.css | `pamphleteer theme DIR` writes one.'],
    ['./mine', {'m/mine/theme.yaml': '', 'm/mine/print.css': '', 'm/mine/web.css': ''}, 'a.md:4:8 Unexpected missing file `mine/epub.css`, expected a file of the theme | `pamphleteer theme DIR` writes a whole theme: copy it from there.'],
    ['./mine', {...theme('m/mine'), 'm/mine/Cover.html': ''}, 'mine/Cover.html:: Unexpected file name `mine/Cover.html`, expected `mine/cover.html` | Rename it.'],
    ['./../mine', theme('mine'), "a.md:4:8 Unexpected folder `./../mine`, expected one below the manuscript's folder | Put the theme into the manuscript's folder."],
    ['mine', theme('m/mine'), 'a.md:4:8 Unexpected theme `mine`, expected one of `classic`, `plain`, or a folder such as `./mine` | Write `./` before the name of a folder that stands beside the text.'],
    ['plian', {}, 'a.md:4:8 Unexpected theme `plian`, expected one of `classic`, `plain`, or a folder such as `./mine` | Did you mean `plain`?']
  ])('%s is told at its place, and another stands in', async (name, files, expected) => {
    expect(await readIn({'m/a.md': text(name), ...files})).toEqual({messages: [expected], named: 'classic', own: undefined})
  })

  test.each(['./none', 'a b', '../../..//none', './a.md'])('%s on the command line is a wrong call', async path => {
    await expect(readIn({'m/a.md': text('plain')}, () => path)).rejects.toThrow(UsageError)
  })
})
