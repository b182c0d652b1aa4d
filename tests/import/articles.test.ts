/** Articles in plain text as editors send them: title, subtitle, author and day by their shapes, in a mail or without one. */
import {describe, expect, test} from 'vitest'
import {isNoLogin, readByline} from '../../scripts/import/bylines.ts'
import {markdownOf} from '../../scripts/import/markdown.ts'
import {importText} from '../../scripts/import/text.ts'

const long = 'The lamp was lit on the first day of the year, and it was put out on the last, which is all that anybody knows of it.'
const title = 'The Bridge That Nobody Ordered'
const subtitle = 'How a village of 900 got a motorway crossing, and what it did with it'
const all = {title, subtitle, author: ['Harriet Onslow'], date: '2026-03-14'}
const read = (text: string) => {
  const {lang: _, ...metadata} = importText(`${text}\n\n${long} ${long}\n`).metadata
  return metadata
}
const written = (text: string) => markdownOf(importText(text)).replace(/^---\n[^]*?\n---\n/, '').trim()
const lostIn = (text: string) => importText(text).remarks.filter(({kind}) => kind === 'lost').map(remark => remark.text)

describe('the front of an article', () => {
  test.each<[string, string, object]>([
    ['subtitle on the next line, the paper and the day below the author', `${title.toUpperCase()}\n${subtitle}\n\nBy Harriet Onslow\nThe Valley Observer, Saturday, 14 March 2026`, {...all, title: title.toUpperCase(), publisher: 'The Valley Observer'}],
    ['all in blocks of their own', `${title}\n\n${subtitle}\n\nBy Harriet Onslow\n\n14 March 2026`, all],
    ['all in a row', `${title}\n${subtitle}\nBy Harriet Onslow\n14 March 2026`, all],
    ['all in a row, with the paper', `${title}\n${subtitle}\nBy Harriet Onslow\nThe Valley Observer, 14 March 2026`, {...all, publisher: 'The Valley Observer'}],
    ['author and day on a line, below a title underlined', `${title}\n==========================\n\nBy Harriet Onslow | 14 March 2026`, {title, author: ['Harriet Onslow'], date: '2026-03-14'}],
    ['a subtitle below a title underlined', `${title}\n==========================\n\n${subtitle}\n\nBy Harriet Onslow, 14 March 2026`, all],
    ['two authors over two lines', `${title}\n\nBy Harriet Onslow\nand Sam Okafor`, {title, author: ['Harriet Onslow', 'Sam Okafor']}],
    ['a masthead above title and subtitle', `The Wick\n\n${title}\n\n${subtitle}\n\nBy Harriet Onslow`, {publisher: 'The Wick', title, subtitle, author: ['Harriet Onslow']}],
    ['a masthead above a title', 'The Wick\n\nWhat the Strike Taught Us\n\nBy Bo Type', {publisher: 'The Wick', title: 'What the Strike Taught Us', author: ['Bo Type']}],
    ['a title in capitals over two lines', 'THE BRIDGE THAT\nNOBODY ORDERED\n\nBy Bo Type', {title: 'THE BRIDGE THAT NOBODY ORDERED', author: ['Bo Type']}]
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test('an author ends it, though what follows is short', () => {
    expect(markdownOf(importText('Die Brücke – ein Lehrstück\n\nVon Jürgen Große\n\n„Niemand“, sagt er.\n'))).toBe('---\ntitle: Die Brücke – ein Lehrstück\nauthor: Jürgen Große\n---\n\n„Niemand“, sagt er.\n')
  })

  test('what stands behind a name is told, and a line below it that says nothing of itself is text', () => {
    expect(lostIn(`${title}\n\nby Harriet Onslow, political correspondent\n\n${long}`)).toEqual(['what stands behind the author\'s name: “political correspondent”'])
    expect(written(`${title}\n\nby Harriet Onslow\nfor our readers\n\n${long}`)).toBe(`for our readers\n\n${long}`)
  })
})

describe('a byline', () => {
  test.each<[string, readonly string[]]>([
    ['By Harriet Onslow', ['Harriet Onslow']], ['von Jürgen Große', ['Jürgen Große']], ['Par Anne-Marie Dupont', ['Anne-Marie Dupont']],
    ['Por María López y Juan Pérez', ['María López', 'Juan Pérez']], ['Di Elena Rossi', ['Elena Rossi']], ['Por João da Silva', ['João da Silva']],
    ['Door Jan de Vries', ['Jan de Vries']], ['Автор: Анна Петрова', ['Анна Петрова']], ['Автор Анна Петрова', ['Анна Петрова']],
    ['Text: Ada', ['Ada']], ['Words by Ada Press and Bo Type', ['Ada Press', 'Bo Type']], ['By Ada Press, Bo Type and Cy Pher', ['Ada Press', 'Bo Type', 'Cy Pher']],
    ['By the Harbor Collective', ['the Harbor Collective']]
  ])('%s', (line, author) => {
    expect(readByline(line)?.author).toEqual(author)
  })

  test('has its day and what else it says', () => {
    expect(readByline('By Sam Okafor · 11 February 2026 · 6 min read')).toEqual({author: ['Sam Okafor'], date: '2026-02-11', isAmerican: false, more: '6 min read'})
    expect(readByline('By Sam Okafor – March 12, 2026')).toEqual({author: ['Sam Okafor'], date: '2026-03-12', isAmerican: true, more: ''})
  })

  test.each(['By the harbour wall', 'Von hier aus', 'De la lutte des classes', 'By Friday we had 43 of 60 flats', 'Text and image', 'Par hasard', 'Di notte', 'Harriet Onslow'])('%j is none', line => {
    expect(readByline(line)).toBeUndefined()
  })

  test('whose name a file has may be that of an account', () => {
    expect(['Harriet Onslow', 'Grete Müller', 'Ludwig van Beethoven', 'Анна Петрова'].filter(isNoLogin)).toHaveLength(4)
    expect(['User', 'gmueller', 'Windows User', 'Microsoft Office', 'Site Admin', 'harriet onslow', 'Ada'].filter(isNoLogin)).toEqual([])
  })
})

describe('a mail', () => {
  const mail = 'From: Harriet Onslow <h@observer.example>\nSubject: copy for Saturday\nDate: Fri, 13 Mar 2026 09:12:44 +0000'

  test('says who wrote and when, where the text does not; what it says to the editor is told', () => {
    const text = `${mail}\n\nHi Sam,\n\nhere is the piece.\n\n${title.toUpperCase()}\n\nHow a village got a crossing\n\nby HARRIET ONSLOW, political correspondent\n\n${long}`
    expect(read(text)).toEqual({title: title.toUpperCase(), subtitle: 'How a village got a crossing', author: ['Harriet Onslow'], date: '2026-03-13'})
    expect(lostIn(text)).toContain('what the mail says above the text: “Hi Sam, here is the piece.”')
    expect(importText(text).remarks.map(remark => remark.text)).toContain('date: 2026-03-13, when the mail was sent')
    expect(read(`${mail}\n\n${title}\n\n14 March 2026`)).toEqual({title, author: ['Harriet Onslow'], date: '2026-03-14'})
    expect(read(mail.replace(/Harriet.*/, 'press@observer.example'))).toEqual({date: '2026-03-13'})
  })

  test.each(['Hi Sam,', 'Hello all,', 'Hallo Sam,', 'Bonjour Sam,', 'Buenos días,', 'Здравствуйте,'])('the greeting %j is no title', greeting => {
    expect(read(`${greeting}\n\nhere is the text.`)).toEqual({})
  })
})

describe('the text', () => {
  const body = (text: string) => written(`Title\n\n2024-01-15\n\n${text}`)

  test('lines that stand in are one quotation', () => {
    const quoted = '    "There is no evidence that the scheme was at any stage the subject of\n    a written agreement."'
    expect(body(`${long}\n\n${quoted}\n\n${long}`)).toBe(`${long}\n\n> "There is no evidence that the scheme was at any stage the subject of a written agreement."\n\n${long}`)
    // Where all of it stands in, nothing does.
    expect(body(`${quoted}\n\n${quoted}`)).not.toContain('> ')
  })

  test.each(['ENDS', '-30-', '- ends -', '###', 'ENDE', '— END —'].map(mark => [mark]))('the mark %s at its end is left out and told', mark => {
    const text = `Title\n\n2024-01-15\n\n${long}\n\n${mark}`.replace('- ends -', '- Ends -')
    expect(written(text)).toBe(long)
    expect(lostIn(text)).toEqual([`the mark of the end, \`${mark.replace('ends', 'Ends')}\``])
  })

  test('what stands behind such a mark stays, and three hashes between sections part them', () => {
    expect(written(`Title\n\n2024-01-15\n\n${long}\n\nENDS\n\nNotes to editor: pictures attached.`)).toBe(`${long}\n\nNotes to editor: pictures attached.`)
    expect(body(`${long}\n\n###\n\n${long}`)).toBe(`${long}\n\n---\n\n${long}`)
    expect(body(`${long}\n\nThe End`)).toBe(`${long}\n\nThe End`)
  })

  test('heads begin with the highest rank', () => {
    expect(body(`Of Oil\n\n${long}\n\nOF WICKS\n\n${long}\n\nOf Thread\n\n${long}`).match(/^#+ .*$/gm)).toEqual(['## Of Oil', '## OF WICKS', '### Of Thread'])
  })
})
