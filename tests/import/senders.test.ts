/** Texts as those who send them write them: minutes, letters, speeches, calls to the press. What is not metadata stays text. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {markdownOf} from '../../scripts/import/markdown.ts'
import {importText} from '../../scripts/import/text.ts'
import {findDate} from '../../scripts/import/text/dates.ts'

const long = 'The lamp was lit on the first day of the year, and it was put out on the last, which is all that anybody knows of it.'
const markdown = (text: string) => markdownOf(importText(`${text}\n`)).trim()
/** The metadata of a text without its language, and what stands above its first long paragraph. */
const parts = (text: string) => {
  const {metadata: {lang: _, ...metadata}} = importText(`${text}\n\n${long}\n`)
  const body = markdown(`${text}\n\n${long}`).replace(/^---\n[^]*?\n---\n\n/, '')
  return {metadata, above: body.slice(0, body.indexOf(long)).trim()}
}

describe('minutes', () => {
  test('with the day in their title, who was there, and numbered heads', () => {
    expect(parts('Minutes of the Committee Meeting, 12 March 2024\n\nPresent: Ada, Bo, Cy\nApologies: Di\n\n1. The last minutes')).toEqual({
      metadata: {title: 'Minutes of the Committee Meeting', date: '2024-03-12'},
      above: 'Present: Ada, Bo, Cy\\\nApologies: Di\n\n## 1. The last minutes'
    })
  })

  test.each([
    ['Minutes of the meeting held on Tuesday, March 12, 2024', 'Minutes of the meeting', 'Present: Ada Press'],
    ['Minutes of the Annual General Meeting (12 March 2024)', 'Minutes of the Annual General Meeting', 'Attendance: twelve members'],
    ['Protokoll der Mitgliederversammlung vom 12. März 2024', 'Protokoll der Mitgliederversammlung', 'Anwesend: Ada Press'],
    ['Compte rendu de la réunion du mardi 12 mars 2024', 'Compte rendu de la réunion', 'Présents : Ada Press'],
    ['Acta de la asamblea del 12 de marzo de 2024', 'Acta de la asamblea', 'Asistentes: Ada Press'],
    ['Протокол собрания от 12 марта 2024 г.', 'Протокол собрания', 'Присутствовали: Ада Пресс']
  ])('%s', (first, title, present) => {
    expect(parts(`${first}\n\n${present}`)).toEqual({metadata: {title, date: '2024-03-12'}, above: present})
  })

  test('below the name of those who met, with place and time on a line of their own', () => {
    expect(parts('TENANTS\' ASSOCIATION\nMinutes of the Annual General Meeting\nHeld on Tuesday 12th March 2024 at 7.30pm in the Village Hall\n\nPresent: Ada Press')).toEqual({
      metadata: {publisher: 'TENANTS\' ASSOCIATION', title: 'Minutes of the Annual General Meeting', subtitle: 'Held on Tuesday 12th March 2024 at 7.30pm in the Village Hall', date: '2024-03-12'},
      above: 'Present: Ada Press'
    })
  })

  test('with the day among lines that say what they are, and a list of those who came', () => {
    expect(parts('Minutes of the strike committee\n\nDate: 12 March 2024\nTime: 18:00\nPlace: Union hall\n\nPresent:\n- Ada Press\n- Bo Type\n\nAbsent: Cy Pher\n\nPicket lines')).toEqual({
      metadata: {title: 'Minutes of the strike committee', date: '2024-03-12'},
      above: 'Date: 12 March 2024\\\nTime: 18:00\\\nPlace: Union hall\n\nPresent:\n\n- Ada Press\n- Bo Type\n\nAbsent: Cy Pher\n\n## Picket lines'
    })
  })

  test('long lines of names are not joined, and the next meeting is no head', () => {
    const names = 'Present: Ada Press (Chair), Bo Type (Secretary), Cy Pher\nApologies: Di Gest (who is ill), Eli Sion, Flo Ret, Gus To'
    expect(parts(`Minutes\n\n${names}`).above).toBe(names.replace('\n', '\\\n'))
    expect(markdown(`Minutes\n\n${long}\n\nDate of next meeting: 9 April 2024\n\n${long}`)).toContain('\n\nDate of next meeting: 9 April 2024\n\n')
  })
})

describe('a letter', () => {
  test('keeps its address, its date and its greeting as text', () => {
    expect(parts('The Tenants\n14 Harbour Road\nWickham\n\n12 March 2024\n\nDear Councillor,')).toEqual({metadata: {}, above: 'The Tenants\\\n14 Harbour Road\\\nWickham\n\n12 March 2024\n\nDear Councillor,'})
    expect(parts('Mieterverein\nHafenstraße 14\n20359 Hamburg\n\nSehr geehrte Frau Press,')).toEqual({metadata: {}, above: 'Mieterverein\\\nHafenstraße 14\\\n20359 Hamburg\n\nSehr geehrte Frau Press,'})
  })

  test('may be an open one, with a title and a date', () => {
    expect(parts('An Open Letter to the Council\n\n12 March 2024\n\nDear Councillors,')).toEqual({metadata: {title: 'An Open Letter to the Council', date: '2024-03-12'}, above: 'Dear Councillors,'})
  })

  test('in front of an article loses no line', () => {
    expect(parts('Dear all,\n\nhere is the text, as promised.\n\nWHAT THE STRIKE TAUGHT US\n\nby Bo Type').above).toBe('Dear all,\n\nhere is the text, as promised.\n\n## WHAT THE STRIKE TAUGHT US\n\nby Bo Type')
  })
})

describe('a title', () => {
  test.each<[string, string, object]>([
    ['with speaker and day on the line below it', 'Speech at the Opening\nAda Press, 12 March 2024', {title: 'Speech at the Opening', author: ['Ada Press'], date: '2024-03-12'}],
    ['with author and date close below it', 'The Wick\n\nWhat the Strike Taught Us\nBy Bo Type\nMarch 12, 2024', {publisher: 'The Wick', title: 'What the Strike Taught Us', author: ['Bo Type'], date: '2024-03-12'}],
    ['of a report', 'REPORT TO MEMBERS\nMarch 2024\nPrepared by: Ada Press', {title: 'REPORT TO MEMBERS', author: ['Ada Press'], date: '2024-03'}],
    ['that begins with a quotation', '“Nothing to lose”: An Interview with Bo Type\n\nInterview: Ada Press\nMarch 2024', {title: '“Nothing to lose”: An Interview with Bo Type', author: ['Ada Press'], date: '2024-03'}],
    ['of something that happened on a day, which is not the text\'s', 'The Battle of Wickham, 12 March 1920', {title: 'The Battle of Wickham, 12 March 1920'}],
    ['with years, which is no address', '100 Years Ago, Death of Lenin:\nLeader of the Revolution\n\nJan 15, 2024', {title: '100 Years Ago, Death of Lenin', subtitle: 'Leader of the Revolution', date: '2024-01-15'}]
  ])('%s', (_, text, metadata) => {
    expect(parts(text)).toEqual({metadata, above: ''})
  })
})

test('who speaks in an interview is no head, and a programme\'s points are', () => {
  expect(markdown(`Talk\n\n${long}\n\nAda: How did it begin?\n\nBo: In the laundry room.\n\nAda: And then?\n\n${long}`)).toContain('\n\nAda: How did it begin?\n\nBo: In the laundry room.\n\nAda: And then?\n\n')
  expect(markdown(`Talk\n\n${long}\n\nTOP 1: Greeting\n\n${long}\n\nTOP 2: Money\n\n${long}`).match(/^## /gm)).toHaveLength(2)
})

test('short lines that say nothing of themselves stay in the text behind the title', () => {
  expect(parts('RENT STRIKE!\n\nPublic meeting\n\nThursday 14 March 2024, 7 pm\nVillage Hall\n\nSpeakers: Ada Press, Bo Type')).toEqual({
    metadata: {title: 'RENT STRIKE!'}, above: '## Public meeting\n\nThursday 14 March 2024, 7 pm\\\nVillage Hall\n\nSpeakers: Ada Press, Bo Type'
  })
})

test('whatever stands above a text, no word of it is lost', () => {
  const line = fc.constantFrom('The Wick', 'What the Strike Taught Us', 'for our readers', 'WINTER', 'Present: Sundry', 'Minutes of the Union', 'Newspaper of Tenants', '“Burn bright.”', '— Sailor', 'Dear Friends,', '14 Harbour Road', 'Chapter One', 'by Penny Farthing', 'Agenda:', '- paint', 'Edition:', '2024-03-12', 'Vol. 7')
  const blocks = fc.array(fc.array(line, {minLength: 1, maxLength: 3}).map(lines => lines.join('\n')), {minLength: 1, maxLength: 7})
  fc.assert(fc.property(blocks, above => {
    const all = markdown([...above, long].join('\n\n'))
    const words = above.join(' ').match(/[\p{L}\d]{3,}/gu) ?? []
    expect(words.filter(word => !all.includes(word))).toEqual([])
  }), {numRuns: 500})
})

test.each([
  ['On Tuesday, 12 March 2024 at noon', 'Tuesday, 12 March 2024'], ['Meeting, 12 March 2024', '12 March 2024'], ['vom 12. März 2024', '12. März 2024'], ['held March 12th, 2024.', 'March 12th, 2024']
])('a date inside %j', (line, date) => {
  const found = findDate(line)
  expect(found && [line.slice(found.start, found.end), found.date]).toEqual([date, '2024-03-12'])
})

test.each(['The strike of March 2024', '112 March 20245', 'Room 12'])('no day is in %j', line => {
  expect(findDate(line)).toBeUndefined()
})
