/** One text in the forms in which editors send it: each has to come out as the same. */
import {toString} from 'mdast-util-to-string'
import {expect, test} from 'vitest'
import {importText} from '../../scripts/import/text.ts'

const sentence = 'The lamplighters of the old town met at noon, and spoke to us of a deep-rooted fear that nobody in the hall had named before.'
const paragraph = `${sentence} ${sentence}`
const heads = ['The First Evening', 'What Was Won']
const article = `The Spark

the Voice of
The League of Lamps

“Light is a thing that is owed to everybody who walks home late.”
— Ada Press

The Night of the Lamps:
A Strike That Nobody Remembers

Jan 15, 2024

${paragraph}

${heads[0]}

${paragraph}

${heads[1]}

${paragraph}
`

/** What a text becomes: its metadata, its heads, its paragraphs, what was not taken. */
function read(text: string) {
  const {metadata, body, remarks} = importText(text)
  const texts = (type: string) => body.children.filter(node => node.type === type).map(node => toString(node))
  return {metadata, heads: texts('heading'), paragraphs: texts('paragraph'), others: body.children.filter(({type}) => type !== 'heading' && type !== 'paragraph').length, lost: remarks.filter(({kind}) => kind === 'lost').map(({text: said}) => said)}
}

const whole = {
  metadata: {
    title: 'The Night of the Lamps', subtitle: 'A Strike That Nobody Remembers', publisher: 'The Spark', author: ['The League of Lamps'], date: '2024-01-15', lang: 'en-US',
    epigraph: {text: 'Light is a thing that is owed to everybody who walks home late.', by: 'Ada Press'}
  },
  heads, paragraphs: [paragraph, paragraph, paragraph], others: 0
}

/** Break lines as mail programs do, at spaces and behind hyphens. */
const wrapped = (text: string) => text.replaceAll(/(?=.{73})(.{1,71}(?:-(?=\S)| ))/g, '$1\n').replaceAll(/ \n/g, '\n')
const each = (change: (head: string) => string) => heads.reduce((text, head) => text.replace(`\n${head}\n`, `\n${change(head)}\n`), article)
const dated = (date: string) => article.replace('Jan 15, 2024', date)

test('lines are broken as mail programs do it, so that the case below is one', () => {
  expect(wrapped(article)).toContain('deep-\nrooted')
})

test.each<[string, string]>([
  ['as it was written', article],
  ['with lines broken by the mail', wrapped(article)],
  ['with colons behind its heads', each(head => `${head}:`)],
  ['with stars around its heads', each(head => `*${head}*`)],
  ['with lines around its heads', each(head => `_${head}_`)],
  ['with the date in figures', dated('01/15/2024')],
  ['with the year in two figures', dated('1/15/24')],
  ['quoted by a mail', article.replaceAll(/^/gm, '> ')]
])('a text is the same %s', (_, text) => {
  expect(read(text)).toMatchObject({...whole, lost: []})
})

test('a text that was forwarded is unquoted, and what the mail says around it is told', () => {
  const {lost, ...found} = read(`Hi, here it is:\n\n${article.replaceAll(/^/gm, '> ')}\n\nRegards, Bo`)
  expect(found).toEqual(whole)
  expect(lost).toEqual(['what the mail says around the text that it quotes: “Hi, here it is: Regards, Bo”'])
})

test('an answer that quotes some lines keeps them as a quotation', () => {
  expect(read(`${paragraph}\n\n> ${sentence}\n\n${paragraph}\n`)).toMatchObject({others: 1, lost: []})
})

test.each([['By John Smith\nJan 15, 2024', ['John Smith']], ['by John Smith and Ann Lee, Jan 15, 2024', ['John Smith', 'Ann Lee']], ['John Smith\nJan 15, 2024', ['John Smith']]])('who wrote it stands before whose paper it is: %j', (line, author) => {
  const {metadata, lost, paragraphs} = read(dated(line))
  expect(metadata).toEqual({...whole.metadata, author})
  expect(lost).toEqual(['whose paper it is, since somebody else wrote: “the Voice of The League of Lamps”'])
  expect(paragraphs).toEqual(whole.paragraphs)
})

test.each(['03/04/2024', 'E-mail: lamps@example.org', 'See https://example.org/lamps'])('%j is no head', line => {
  const {heads: found, paragraphs} = read(article.replace(`\n${paragraph}\n`, `\n${paragraph}\n\n${line}\n\n${paragraph}\n`))
  expect(found).toEqual(heads)
  expect(paragraphs).toContain(line)
})

test('one line with a colon is no head, and a hyphen that waits for its other half stays apart', () => {
  expect(read(`${paragraph}\n\nWe say this:\n\n${paragraph}\n`).heads).toEqual([])
  const text = `A line that is long enough to be broken by a mail program has pre-\nand post-war houses in it, and it goes on to be as long as the first\none, and ends.`
  expect(read(text).paragraphs.join(' ')).toContain('pre- and post-war')
})

test('a hyphen at the end of a line is told, since it may belong to the line alone', () => {
  const guessed = (text: string) => importText(text).remarks.map(({text: said}) => said).filter(said => said.includes('hyphen'))
  expect(guessed(wrapped(article))).toEqual(["3 hyphens at lines' ends, which stay: “deep-rooted”"])
  expect(guessed(article)).toEqual([])
})
