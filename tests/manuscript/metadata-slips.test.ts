/** Slips of the pen in metadata, told in plain words. */
import {expect, test} from 'vitest'
import {readMetadata} from '../../scripts/manuscript/metadata.ts'
import {format} from '../../scripts/messages.ts'

const readText = (text: string) => readMetadata({file: 'pamphlet.yaml', text, firstLine: 1})
const linesOf = (text: string) => readText(text).messages.map(message => format(message).split('\n')[0])

test.each([
  ['title: The Bells\nauthor:Joan Tasker\nlang: en', '2:1: error: Unexpected key `author` without a space behind its colon, expected valid YAML (bad-metadata)'],
  ['title:The Bells\nlang: en', '1:1: error: Unexpected key `title` without a space behind its colon, expected valid YAML (bad-metadata)'],
  ['author:\n  - name:Joan\n    role: editor', '2:5: error: Unexpected key `name` without a space behind its colon, expected valid YAML (bad-metadata)'],
  ['title:The Bells', '1:1: error: Unexpected `title:The Bells`, expected keys and values (bad-metadata)'],
  ['back: {link: "https://a.example/", price:3}', '1:36: error: Unexpected key `price:3` in `back`, expected a space behind the colon of `price` (unknown-key)']
])('in %j a space is wanting', (text, line) => {
  expect(linesOf(text)).toEqual([`pamphlet.yaml:${line}`])
  expect(readText(text).messages.map(({remedy}) => remedy)).toEqual(['Write a space behind the colon.'])
})

test('a line without a key holds no colon that quotes would help', () => {
  expect(linesOf('title: The Bells\nJoan Tasker\nlang: en')).toEqual(['pamphlet.yaml:2:1: error: Unexpected line without a key, expected valid YAML (bad-metadata)'])
  expect(readText('title: The Bells\nJoan Tasker\nlang: en').messages[0]?.remedy).toMatch(/^Write a key, a colon and a space in front of it/)
  expect(readText('title: The Bells: A History').messages[0]?.remedy).toBe('Put a value that holds a colon in quotes.')
})

test.each([
  ['back: {price: £3.50, address: Reading Room, Church Lane}', '1:31: error: Unexpected comma in the value of `back.address`, expected none between braces outside quotation marks: it parts `Church Lane` from the value (bad-metadata)', 'address: "Reading Room, Church Lane"'],
  ['back: {price: 3,50, text: T}', '1:15: error: Unexpected comma in the value of `back.price`, expected none between braces outside quotation marks: it parts `50` from the value (bad-metadata)', 'price: "3,50"'],
  ['back: {address: The "Room", Lane, Wendham}', '1:17: error: Unexpected comma in the value of `back.address`, expected none between braces outside quotation marks: it parts `Lane`, `Wendham` from the value (bad-metadata)', 'address: \'The "Room", Lane, Wendham\''],
  ['author:\n  - Ann\n  - {name: Tasker, Joan}', '3:12: error: Unexpected comma in the value of `author.name`, expected none between braces outside quotation marks: it parts `Joan` from the value (bad-metadata)', 'name: "Tasker, Joan"']
])('%j loses what stands behind a comma', (text, line, value) => {
  expect(linesOf(text)).toEqual([`pamphlet.yaml:${line}`])
  expect(readText(text).messages.map(({remedy}) => remedy)).toEqual([`Put the value in quotation marks: \`${value}\`.`])
})

test.each([
  ['back: {address: "A", B}', 'Unexpected key `B` in `back`, expected one that is known'],
  ['back: {address: A, B: 3}', 'Unexpected key `B` in `back`, expected one that is known'],
  ['back: {address: A, price}', 'Unexpected key `back.price` without a value, expected one behind the colon'],
  ['back:\n  address: A\n  ? B', 'Unexpected key `B` in `back`, expected one that is known']
])('%j has no torn value', (text, reason) => {
  expect(readText(text).messages.map(message => message.reason)).toEqual([reason])
})
