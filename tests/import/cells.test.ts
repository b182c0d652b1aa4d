/** A cell of a Markdown table is one line: whatever stood in it, its words stay apart and the table stays whole. */
import JSZip from 'jszip'
import {expect, test} from 'vitest'
import {importFile} from '../../scripts/import/import.ts'
import {markdownOf} from '../../scripts/import/markdown.ts'
import {parse} from '../../scripts/manuscript/parse.ts'

const bring = (name: string, bytes: Uint8Array | string) => importFile({name, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, readNear: () => Promise.resolve(undefined)})
const page = (cell: string) => bring('a.html', `<!doctype html><p>Words.</p><table><tr><th>A</th><th>B</th></tr><tr><td>${cell}</td><td>b</td></tr></table><p>After.</p>`)

test.each([
  ['paragraphs', '<p>Anna</p>\n<p> Berta </p>', 'Anna<br>Berta', []],
  ['a line end', 'one<br>two<br>', 'one<br>two', []],
  ['a line end inside marks', '<b>one<br>two</b>', '**one**<br>**two**', []],
  ['boxes in boxes', '<div>x<div>y</div>z</div>', 'x<br>y<br>z', []],
  ['a list behind words', 'To do:<ul><li>one</li><li></li><li><p>two</p><p>more</p><ol start="3"><li>three</li></ol></li></ul>', 'To do:<br>– one<br>– two<br>more<br>3. three', ['2 lists in cells of tables: their items are lines now']],
  ['code', '<pre>if a | b\n  go</pre>', '`if a \\| b`<br>`go`', ['a block of code in a cell of a table: its lines are words of code now']],
  ['a table', 'x<table><tr><td>a</td><td><p>b</p><p>c</p></td></tr><tr><td>d</td><td></td></tr></table>y', 'x<br>a, b c; d<br>y', ['a table in a cell of a table: its cells stand there with commas between, its rows with semicolons']],
  ['a frame of one cell', '<table><tr><td><p>a</p><p>b</p></td></tr></table>', 'a<br>b', []],
  ['a formula by itself', '<p>x</p><math display="block"><mi>a</mi></math>', 'x<br>$a$', []]
])('in a cell: %s', async (_, cell, expected, remarks) => {
  const imported = await page(cell)
  expect(markdownOf(imported)).toContain(`\nWords.\n\n| A | B |\n| - | - |\n| ${expected} | b |\n\nAfter.\n`)
  expect(imported.remarks.filter(({kind}) => kind === 'lost').map(({text}) => text)).toEqual(remarks)
  expect(parse(markdownOf(imported)).children.map(({type}) => type).filter(type => type !== 'yaml')).toEqual(['paragraph', 'table', 'paragraph'])
})

test('in a cell of a note\'s table, and in the caption of one', async () => {
  const table = '<table><tr><th>A</th></tr><tr><td><p>b</p><p>c</p></td></tr></table>'
  expect(markdownOf(await bring('a.html', `<!doctype html><p>One<a href="#n" id="r">1</a>.</p><aside id="n"><p>Said: <a href="#r">back</a></p>${table}</aside>`))).toContain('    | b<br>c |\n')
  expect(markdownOf(await bring('a.html', `<!doctype html><p>One.</p>${table.replace('<tr>', '<caption><p>One</p><p>Two</p></caption><tr>')}`))).toContain(':::table[One Two]')
})

test('of an OpenDocument text', async () => {
  const archive = new JSZip()
  const cells = (...words: readonly string[]) => `<table:table-row>${words.map(word => `<table:table-cell>${word}</table:table-cell>`).join('')}</table:table-row>`
  archive.file('content.xml', `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text><text:p>Words.</text:p><table:table>${cells('<text:p>A</text:p>', '<text:p>B</text:p>')}${cells('<text:p>x</text:p><text:p>y</text:p>', '<text:list><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list>')}</table:table></office:text></office:body></office:document-content>`)
  expect(markdownOf(await bring('a.odt', await archive.generateAsync({type: 'uint8array'})))).toBe('\nWords.\n\n| A | B |\n| - | - |\n| x<br>y | – one<br>– two |\n')
})
