import {describe, expect, test} from 'vitest'
import {layoutNames} from '../../scripts/types.ts'
import {pressRoom} from './press-room.ts'

// Two rooms, so two browsers: what one has seen before must not show in what it makes.
const rooms = [pressRoom('first'), pressRoom('second')] as const
const text = '## One\n\nText with a note.[^1]\n\n## Two\n\nMore of it.\n\n[^1]: Said.'

/** Every artifact by its name, in both rooms. */
async function twice(metadata: string, edition: 'print' | 'booklet') {
  const [first, second] = await Promise.all(rooms.map(({press}) => press({metadata, text}, edition)))
  return [first, second].map(made => made?.artifacts.map(({name, bytes}) => [name, Buffer.from(bytes).toString('base64')]) ?? [])
}

describe('two builds in two browsers have the same bytes', () => {
  test.each(layoutNames)('on the sheets of %s', async layout => {
    const [first = [], second] = await twice(`page: a6\nfrontmatter: none\nbooklet: {layout: ${layout}, sheet: a4, scale: fit}`, 'booklet')
    expect(first.map(([name]) => name)).toEqual(['press-test-booklet.pdf', 'press-test-printing.pdf', 'press-test.json', 'SHA256SUMS'])
    expect(second).toEqual(first)
  })

  test('on sheets for one side at a time', async () => {
    const [first = [], second] = await twice('page: a6\nfrontmatter: none\nbooklet: {layout: saddle, duplex: manual}', 'booklet')
    expect(first.map(([name]) => name).slice(0, 2)).toEqual(['press-test-fronts.pdf', 'press-test-backs.pdf'])
    expect(second).toEqual(first)
  })

  test.each(['black', 'process', '{spot: Deep Red}'])('in %s, with a cover of its own', async colour => {
    const [first = [], second] = await twice(`page: a6\nfrontmatter: full\nprint: {colour: ${colour}, cover: separate}`, 'print')
    expect(first.map(([name]) => name).slice(0, 2)).toEqual(['press-test-print.pdf', 'press-test-cover.pdf'])
    expect(second).toEqual(first)
  })
})
