/** What Markdown has no marks for stays HTML, and in its line, wherever it stands. */
import {expect, test} from 'vitest'
import {importFile} from '../../scripts/import/import.ts'
import {ImportFault} from '../../scripts/import/imported.ts'
import {markdownOf} from '../../scripts/import/markdown.ts'

const bring = (name: string, text: string) => importFile({name, bytes: new TextEncoder().encode(text), readNear: () => Promise.resolve(undefined)})

test.each([
  ['an item', '<ul><li>Item CO<sub>2</sub> end</li></ul>', '- Item CO<sub>2</sub> end'],
  ['a quotation', '<blockquote>CO<sub>2</sub> and x<sup>3</sup></blockquote>', '> CO<sub>2</sub> and x<sup>3</sup>'],
  ['a division', '<div>the 3<sup>rd</sup> day</div><p>x</p>', 'the 3<sup>rd</sup> day'],
  ['an item with a reading', '<ul><li><ruby>漢字<rt>kanji</rt></ruby> it is</li></ul>', '- <ruby>漢字<rt>kanji</rt></ruby> it is'],
  ['a paragraph', '<p>CO<sub>2</sub> end</p>', 'CO<sub>2</sub> end']
])('in %s', async (_, body, markdown) => {
  expect(markdownOf(await bring('a.html', `<!doctype html><p>Words.</p>${body}`))).toContain(markdown)
})

test('a mail as its program keeps it is refused: its letters are coded', async () => {
  const mail = 'From: Ada <a@example.org>\nSubject: Night\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nn=C3=A4chtliche Worte, die lang genug sind.\n'
  await expect(bring('mail.txt', mail)).rejects.toThrow(ImportFault)
  expect(markdownOf(await bring('mail.txt', mail.replace(/^(?:MIME|Content).*\n/gm, '')))).toContain('Worte')
})
