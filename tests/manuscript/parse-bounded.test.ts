import {describe, expect, test} from 'vitest'
import {parse} from '../../scripts/manuscript/parse.ts'
import {isDemanding, parseBounded} from '../../scripts/manuscript/parse-bounded.ts'
import {maximumDepth, parseHere} from '../../scripts/manuscript/parse-here.ts'

const prose = `${'The *press* was made of “wood” and [iron](a.md).\n\n- one\n- two\n\n> quoted\n\n'.repeat(500)}:::verse\nA line.\n:::\n`

describe('ordinary text', () => {
  test('is parsed as `parse` does', async () => {
    expect(isDemanding(prose)).toBe(false)
    expect((await parseBounded(prose)).tree).toEqual(parse(prose))
  })

  test('a long table or list is ordinary', () => {
    expect(isDemanding(`|a|b|\n|-|-|\n${'|*x*|y|\n'.repeat(1000)}`)).toBe(false)
    expect(isDemanding('- *Title*, 1917\n'.repeat(1000))).toBe(false)
    expect(isDemanding('-'.repeat(500))).toBe(false)
    expect(isDemanding(`${'* '.repeat(30)}\n`)).toBe(false)
  })
})

const hostile: readonly (readonly [string, string])[] = [
  ['1 MB of `[`', '['.repeat(1_000_000)],
  ['brackets that close', '['.repeat(50_000) + ']'.repeat(50_000)],
  ['quotations', '>'.repeat(20_000)],
  ['lists', '+ - '.repeat(5_000)],
  ['containers', ':::a\n'.repeat(4_000)],
  ['emphasis', '*a_'.repeat(20_000)],
  ['runs of stars', `${'*'.repeat(20_000)}a${'*'.repeat(20_000)}`],
  ['underlined heads', 'a\n===\n'.repeat(20_000)],
  ['indents', Array.from({length: 1_000}, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n')]
]

describe('hostile text', () => {
  test.each(hostile)('%s: ends in time', async (_name, text) => {
    expect(isDemanding(text)).toBe(true)
    const start = performance.now()
    const parsed = await parseBounded(text, 600)
    // Starting and stopping a thread takes its time on a busy machine.
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(parsed.tree ? 'parsed' : parsed.fault).toMatch(/^(?:parsed|slow|deep)$/)
    if (!parsed.tree) expect(parsed.place?.line).toBeGreaterThan(0)
  })

  test('a demanding text that is done in time gives the same tree', async () => {
    const text = `${'*a* '.repeat(4_000)}\n`
    expect(isDemanding(text)).toBe(true)
    expect((await parseBounded(text)).tree).toEqual(parse(text))
  })

  test('the line is told too where the stack gives out', async () => {
    expect(await parseHere(`a\n\n${'>'.repeat(8_000)}b`)).toEqual({fault: 'deep', place: {line: 3, column: 1}})
  })

  test('where the time is out, the block is told that most likely took it', async () => {
    expect(await parseBounded(`a\n\nb\n\n${'*a **b '.repeat(3_000)}${' b** a*'.repeat(3_000)}\n\nc`, 300)).toEqual({fault: 'slow', place: {line: 5, column: 1}})
  })

  test('quotations that grow line by line are refused at once, at the first that is too deep', async () => {
    const text = Array.from({length: 3_000}, (_, depth) => `${'>'.repeat(depth + 1)} x`).join('\n')
    expect(await parseBounded(text, 1)).toEqual({fault: 'deep', place: {line: maximumDepth + 1, column: maximumDepth + 1}})
    expect((await parseBounded(`\`\`\`\n${'>'.repeat(300)}\n\`\`\`\n`)).tree?.children[0]?.type).toBe('code')
    expect((await parseBounded(`a\n\n    ${'>'.repeat(300)}\n`)).tree?.children[1]?.type).toBe('code')
  })

  test('nesting is bounded, and its place told', async () => {
    const deep = `a\n\n${'> '.repeat(maximumDepth + 10)}b`
    expect(await parseBounded(deep)).toEqual({fault: 'deep', place: {line: 3, column: 2 * maximumDepth + 1}})
    expect((await parseBounded(`${'> '.repeat(20)}b`)).tree).toBeDefined()
  })
})
