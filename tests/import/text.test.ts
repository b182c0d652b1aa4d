import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {deliver} from '../../scripts/write/new-folder.ts'
import {markdownOf} from '../../scripts/import/markdown.ts'
import {importText} from '../../scripts/import/text.ts'
import {readDate} from '../../scripts/import/text/dates.ts'
import {guessLanguage} from '../../scripts/import/text/language.ts'

const long = 'The lamp was lit on the first day of the year, and it was put out on the last, which is all that anybody knows of it.'
/** The body of what comes of a text behind a title, a date and a first paragraph. */
const body = (text: string) => markdownOf(importText(`Title\n\n2024-01-15\n\n${text}`)).replace(/^---\n[^]*?\n---\n\n/, '').trimEnd()
const front = (text: string) => importText(`${text}\n\n${long} ${long}\n`).metadata

describe('the front', () => {
  test.each<[string, string, object]>([
    ['a title alone', 'The Lamp', {title: 'The Lamp'}],
    ['a title with a subtitle', 'The Lamp:\nA Study', {title: 'The Lamp', subtitle: 'A Study'}],
    ['a hash alone', '#\n---', {title: '#'}],
    ['a colon alone', ':\nThe Lamp', {title: ': The Lamp'}],
    ['a title over two lines', 'The Lamp in the Window\nof the House', {title: 'The Lamp in the Window of the House'}],
    ['author and date', 'The Lamp\n\nby Ada Press\n\n15 January 2024', {title: 'The Lamp', author: ['Ada Press'], date: '2024-01-15'}],
    ['a masthead in front', 'The Wick\n\nThe Lamp\n\nJan 15, 2024', {title: 'The Lamp', publisher: 'The Wick', date: '2024-01-15', lang: 'en-US'}],
    ['a motto', 'The Lamp\n\n“Burn bright.”\n— A sailor\n\n2024-01-15', {title: 'The Lamp', epigraph: {text: 'Burn bright.', by: 'A sailor'}, date: '2024-01-15'}],
    ['a title underlined', 'THE LAMP\n========\n\nby Ada Press', {title: 'THE LAMP', author: ['Ada Press']}],
    ['a title underlined close above its date', 'The Lamp\n--------\n15 January 2024', {title: 'The Lamp', date: '2024-01-15'}],
    ['a title between two lines', '****************\nThe Lamp\n****************', {title: 'The Lamp'}],
    ['a line drawn below the title', 'The Lamp\n\n----------\n\n2024-01-15', {title: 'The Lamp', date: '2024-01-15'}],
    ['keys that say what they are', 'Title: The Lamp\nAuthor: Ada Press\nDate: 15 March 2023', {title: 'The Lamp', author: ['Ada Press'], date: '2023-03-15'}]
  ])('%s', (_, text, expected) => {
    expect(front(text)).toEqual({lang: 'en', ...expected})
  })

  test('is none where nothing comes behind it', () => {
    expect(markdownOf(importText('The lamp was lit.\n'))).toBe('\nThe lamp was lit.\n')
  })

  test('what was read from the shape alone is told', () => {
    expect(importText(`The Lamp\n\n${long} ${long}`).remarks.map(({text}) => text)).toEqual(['title: The Lamp', 'lang: en'])
  })
})

test('a short paragraph with a note belongs to the text, and not to the front', () => {
  const text = 'My title\n\nA first paragraph that ends here.[1]\n\nThe second section\n\nMore of it, and the end.\n\n[1] The first note.\n'
  expect(markdownOf(importText(text))).toBe('---\ntitle: My title\nlang: en\n---\n\nA first paragraph that ends here.[^1]\n\n## The second section\n\nMore of it, and the end.\n\n[^1]: The first note.\n')
  expect(markdownOf(importText(text.replace('More of it, and the end.', long)))).toContain('title: My title\nlang: en\n---\n\nA first paragraph that ends here.[^1]\n\n## The second section\n')
})

test('below an underlined title the text begins where nothing says that it is front', () => {
  const minutes = `MINUTES OF THE MEETING\n======================\n\n3 March 2024\n\nPresent: Ada, Bo\nAbsent: Cy\n\n1. Oil\n------\n${long} ${long}`
  expect(markdownOf(importText(minutes))).toBe(`---\ntitle: MINUTES OF THE MEETING\ndate: 2024-03-03\nlang: en\n---\n\nPresent: Ada, Bo\\\nAbsent: Cy\n\n## 1. Oil\n\n${long} ${long}\n`)
})

describe('the body', () => {
  test.each<[string, string, string]>([
    ['heads are short lines in front of text', `Of Oil\n\n${long}`, `## Of Oil\n\n${long}`],
    ['a short sentence is no head', `It was dark.\n\n${long}`, `It was dark.\n\n${long}`],
    ['the last line is no head', `${long}\n\nThe End`, `${long}\n\nThe End`],
    ['capitals rank above others', `PART ONE\n\n${long}\n\nOf Oil\n\n${long}`, `## PART ONE\n\n${long}\n\n### Of Oil\n\n${long}`],
    ['underlined and marked heads', `Oil\n===\n\nWick\n----\n\n### Light\n\n${long}`, `## Oil\n\n### Wick\n\n### Light\n\n${long}`],
    ['an underlined head close above its text', `Oil\n---\n${long}\nWick\n----\n${long}`, `## Oil\n\n${long}\n\n## Wick\n\n${long}`],
    ['a line below the heads of columns is none below a head', 'Oil   Wick\n----------\n1     2', 'Oil   Wick\\\n\\----------\\\n1     2'],
    ['lines that were broken to a width are joined', 'The lamp was lit on the first day of the year,\nand it was put out on the last of them all,\nwhich is all.', 'The lamp was lit on the first day of the year, and it was put out on the last of them all, which is all.'],
    ['lines of a poem stay', 'Burn bright,\nburn long,\nburn out.', 'Burn bright,\\\nburn long,\\\nburn out.'],
    ['lists', '- oil\n- wick\n  and thread', '- oil\n- wick and thread'],
    ['numbered lists', '3. oil\n4. wick', '3. oil\n4. wick'],
    ['quotations', '> Burn bright.', '> Burn bright.'],
    ['rules', `${long}\n\n* * *\n\n${long}`, `${long}\n\n---\n\n${long}`],
    ['stress', 'So *very* bright and _so_ long, 2*3*4 and a_b_c.', 'So *very* bright and *so* long, 2\\*3\\*4 and a_b_c.'],
    ['notes', `Lit.[1] Out.[2]\n\nNotes\n\n[1] By whom?\n[2] When?`, 'Lit.[^1] Out.[^2]\n\n[^1]: By whom?\n\n[^2]: When?'],
    ['a short sentence with a note is no head', `It ends here.[1]\n\nOf Oil\n\n${long}\n\n[1] By whom?`, `It ends here.[^1]\n\n## Of Oil\n\n${long}\n\n[^1]: By whom?`],
    ['long lines of verse stay', 'The lamp was lit upon the first of days, and burned,\nThe oil was low before the second week had turned,\nAnd nobody would fill it.', 'The lamp was lit upon the first of days, and burned,\\\nThe oil was low before the second week had turned,\\\nAnd nobody would fill it.'],
    ['an address stays', 'The Society for the Upkeep of Old Lamps and Wicks\n12 Harbour Road, Second Floor\nWickham', 'The Society for the Upkeep of Old Lamps and Wicks\\\n12 Harbour Road, Second Floor\\\nWickham'],
    ['raised notes', `${long.slice(0, -1)}¹ indeed.\n\n¹ Nobody.`, `${long.slice(0, -1)}[^1] indeed.\n\n[^1]: Nobody.`],
    ['a number in brackets without a note', `See [1] there.\n\n${long}`, `See \\[1] there.\n\n${long}`],
    ['what looks like a directive', `:::figure\n\n::pagebreak\n\n${long}`, `\\:::figure\n\n\\::pagebreak\n\n${long}`]
  ])('%s', (_, text, expected) => {
    expect(body(text)).toBe(expected)
  })
})

describe('dates', () => {
  test.each([
    ['Jan 15, 2024', '2024-01-15'], ['January 15th, 2024', '2024-01-15'], ['Monday, January 15, 2024', '2024-01-15'], ['15 January 2024', '2024-01-15'],
    ['15. Januar 2024', '2024-01-15'], ['1er mai 1968', '1968-05-01'], ['15 de enero de 2024', '2024-01-15'], ['15 января 2024 г.', '2024-01-15'],
    ['2024-1-5', '2024-01-05'], ['15.1.2024', '2024-01-15'], ['January 2024', '2024-01'], ['Sept. 3, 1999', '1999-09-03']
  ])('%s', (text, date) => {
    expect(readDate(text)?.date).toBe(date)
  })

  test.each(['1/2/2024', 'February 30, 2024', 'Chapter 15, 2024', '2024', 'In January 2024 it was dark', ''])('%j is none', text => {
    expect(readDate(text)).toBeUndefined()
  })
})

describe('languages', () => {
  test.each([
    ['en', 'They said that the lamp was not for the house, and that it was from the ship which they had lost with all of the men.'],
    ['de', 'Die Lampe ist nicht für das Haus, und der Mann mit dem Hut sagt, dass sich eine andere auf den Weg macht, die nicht brennt.'],
    ['fr', 'Les lampes ne sont pas dans la maison, et une autre est pour les hommes qui sont sur la route des villes et des ports.'],
    ['es', 'Las lámparas de los barcos y el aceite para la casa es lo más caro, y por una noche con luz los hombres del puerto pagan.'],
    ['ru', 'Лампа не в доме, и он не знает, что это за огонь на берегу, но к утру его не было, как и людей из города по реке.']
  ])('%s', (language, text) => {
    expect(guessLanguage(text)).toBe(language)
  })

  test('of few words are not guessed', () => {
    expect(guessLanguage('The lamp')).toBeUndefined()
  })
})

describe('a new folder', () => {
  const root = mkdtempSync(join(tmpdir(), 'pamphleteer-test-'))
  afterAll(() => rmSync(root, {recursive: true, force: true}))
  const files = new Map<string, string | Uint8Array>([['a.md', 'text'], ['images/b.png', Uint8Array.of(1)]])

  test('comes to stand whole, also in the place of an empty one', async () => {
    await deliver(files, join(root, 'new/deep'))
    expect(readFileSync(join(root, 'new/deep/images/b.png'))).toEqual(Buffer.of(1))
    mkdirSync(join(root, 'empty'))
    await deliver(files, join(root, 'empty'))
    expect(readdirSync(join(root, 'empty'))).toEqual(['a.md', 'images'])
    expect(readdirSync(root).toSorted()).toEqual(['empty', 'new'])
  })

  test.skipIf(process.platform === 'win32')('may be read by whom the user lets read others', async () => {
    const made = join(root, 'made')
    mkdirSync(made)
    await deliver(files, join(root, 'mode'))
    expect(statSync(join(root, 'mode')).mode).toBe(statSync(made).mode)
    for (const name of ['made', 'mode']) rmSync(join(root, name), {recursive: true})
  })

  test('is never written over', async () => {
    mkdirSync(join(root, 'full'))
    writeFileSync(join(root, 'full/a.md'), 'mine')
    writeFileSync(join(root, 'file'), 'mine')
    for (const name of ['full', 'file', 'full/a.md']) await expect(deliver(files, join(root, name))).rejects.toThrow(/that is there, expected a new or an empty folder/)
    expect(readFileSync(join(root, 'full/a.md'), 'utf8')).toBe('mine')
  })

  test('leaves nothing half-written behind', async () => {
    await expect(deliver(new Map([['a', 'x'], ['a/b', 'y']]), join(root, 'odd'))).rejects.toThrow()
    expect(readdirSync(root).filter(name => name.includes('odd'))).toEqual([])
  })
})

describe('texts as programs save and send them', () => {
  const whole = (text: string) => markdownOf(importText(text))

  test('a paragraph a line, without blank lines, as word processors save them', () => {
    expect(whole(`The Lamp\n${long}\nIt burned.\nThe oil\n${long}\n• a wick\n• a match\n${long}`)).toBe(`---\ntitle: The Lamp\nlang: en\n---\n\n${long}\n\nIt burned.\n\n## The oil\n\n${long}\n\n- a wick\n- a match\n\n${long}\n`)
  })

  test('paragraphs that only an indent tells apart', () => {
    const [first, rest] = ['    A lamp was lit on the first day, and it was lit again on the', 'second, which nobody had expected, and least of all the baker.']
    expect(whole(`${first}\n${rest}\n${first}\n${rest}`)).toBe(`---\nlang: en\n---\n\n${first.trim()} ${rest}\n\n${first.trim()} ${rest}\n`)
  })

  test('the head of a mail and its signature are no text', () => {
    const {remarks} = importText(`From: Ada\nSubject: Lamps\n\n${long}\n\n-- \nAda Press\n1 Type Lane\n`)
    expect(remarks.filter(({kind}) => kind === 'lost').map(({text}) => text)).toEqual(['the head of a mail, with its sender and subject', 'the signature below the text'])
    expect(whole(`From: Ada\nSubject: Lamps\n\n${long}\n\n-- \nAda Press`)).toContain(`---\n\n${long}\n`)
  })
})
