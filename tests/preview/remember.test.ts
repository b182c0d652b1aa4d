import {expect, test} from 'vitest'
import {parseHere} from '../../scripts/manuscript/parse-here.ts'
import {rememberParsing} from '../../scripts/preview/remember.ts'

function counting() {
  const parsed: string[] = []
  const memory = rememberParsing((text, math) => {
    parsed.push(`${text}${math ? ' with formulas' : ''}`)
    return text === 'fails' && parsed.length === 1 ? Promise.reject(new Error('no thread')) : parseHere(text, math)
  })
  return {...memory, parsed}
}

test('what has not changed is parsed once, build after build', async () => {
  const {parse, age, parsed} = counting()
  const first = await parse('a', false)
  age()
  for (const text of ['a', 'b', 'a']) await parse(text, false)
  age()
  expect(await parse('a', false)).toBe(first)
  expect(parsed).toEqual(['a', 'b'])
})

test('formulas make another tree', async () => {
  const {parse, parsed} = counting()
  await parse('$a$', false)
  await parse('$a$', true)
  expect(parsed).toEqual(['$a$', '$a$ with formulas'])
})

test('what is in the manuscript no more is forgotten', async () => {
  const {parse, age, parsed} = counting()
  await parse('a', false)
  age()
  age()
  await parse('a', false)
  expect(parsed).toEqual(['a', 'a'])
})

test('a failure is not remembered', async () => {
  const {parse, parsed} = counting()
  await expect(parse('fails', false)).rejects.toThrow('no thread')
  await parse('fails', false)
  expect(parsed).toHaveLength(2)
})
