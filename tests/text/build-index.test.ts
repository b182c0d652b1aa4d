import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {IndexTerm} from '../../scripts/text/build-index.ts'
import {buildIndex} from '../../scripts/text/build-index.ts'
import type {IndexEntry} from '../../scripts/types.ts'

const faults: string[] = []
let count = 0

const term = (path: string, more: Partial<IndexTerm> = {}): IndexTerm => ({
  levels: path.split('!').map(text => ({text, nodes: [{type: 'text', value: text}]})),
  kind: 'place', id: `at-${++count}`, target: [], sort: undefined, fault: reason => void faults.push(reason), ...more
})

const shown = ({term: [node], opensGroup, children}: IndexEntry): string => `${opensGroup ? '|' : ''}${node?.type === 'text' ? node.value : ''}${children.length > 0 ? ` (${children.map(shown).join(' ')})` : ''}`
const order = (lang: string, words: readonly string[]) => buildIndex(words.map(word => term(word)), lang).map(shown).join(' ')

describe('the order', () => {
  test.each([
    ['en', ['zeal', 'Ärger', 'apple', '“machines”', 'map', 'de Leon', 'deed', '1917', '’tis'], '1917 |apple Ärger |de Leon deed |“machines” map |’tis |zeal'],
    ['sv', ['zon', 'ärta', 'ananas', 'ångare', 'öl', 'om'], 'ananas |om |zon |ångare |ärta |öl'],
    ['de', ['Zeit', 'Ärger', 'Apfel', 'Österreich', 'Ort'], 'Apfel Ärger |Ort Österreich |Zeit'],
    ['ru', ['яблоко', 'Ёлка', 'ель', 'арбуз'], 'арбуз |Ёлка ель |яблоко'],
    ['en', ['page 10', 'page 2'], 'page 2 page 10'],
    ['en', ['press!b', 'press!a', 'ink', 'press'], 'ink |press (a b)']
  ])('of %s is the language’s own: %j', (lang, words, expected) => {
    expect(order(lang, words)).toBe(expected)
  })

  test('follows the sort key where one is given', () => {
    expect(buildIndex([term('The Spark', {sort: 'Spark'}), term('Tide'), term('Rye')], 'en').map(shown)).toEqual(['Rye', '|The Spark', '|Tide'])
  })

  test('is the same whatever the order of the text', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.string({minLength: 1, unit: 'grapheme'}).filter(word => word.trim() !== '' && !word.includes('!')), {maxLength: 12}), words => {
      expect(order('en', words.toReversed())).toBe(order('en', words))
    }))
  })
})

describe('places', () => {
  test('of one term are gathered, its ranges paired', () => {
    const [entry] = buildIndex([term('ink', {id: 'a'}), term('ink', {id: 'b', kind: 'from'}), term('ink', {id: 'c'}), term('ink', {id: 'd', kind: 'to'}), term('ink', {id: 'e', isPresent: false})], 'en')
    expect(entry?.places).toEqual([{from: 'a'}, {from: 'c'}, {from: 'b', to: 'd'}])
  })

  test('of a range need both ends', () => {
    faults.length = 0
    buildIndex([term('ink', {kind: 'to'}), term('ink', {kind: 'from'}), term('ink', {kind: 'from'})], 'en')
    expect(faults).toEqual([
      'Unexpected end of a range in the index, expected its beginning before it',
      'Unexpected range in the index that never ends, expected its end behind it',
      'Unexpected range in the index that never ends, expected its end behind it'
    ])
  })
})

test('an entry that has places says "see also", whatever the mark said', () => {
  const entries = buildIndex([term('ink'), term('ink', {kind: 'see', target: ['press', 'iron']}), term('press!iron'), term('dye', {kind: 'see', target: ['ink']})], 'en')
  expect(entries.map(({number, references}) => [number, references])).toEqual([
    [1, [{entry: 2, isAlso: false}]],
    [2, [{entry: 4, isAlso: true}]],
    [3, []]
  ])
})
