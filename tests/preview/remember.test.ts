import {expect, test} from 'vitest'
import {parseHere} from '../../scripts/manuscript/parse-here.ts'
import {rememberReading} from '../../scripts/preview/remember.ts'

function counting() {
  const parsed: string[] = []
  const memory = rememberReading((text, math) => {
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

test('an image is checked again when its bytes are others', async () => {
  const checked: string[] = []
  const {inspect, age} = rememberReading(parseHere, (name, mediaType, bytes) => {
    checked.push(`${name} ${bytes.length}`)
    return Promise.resolve({name, mediaType, bytes, widthPx: bytes.length, heightPx: 1})
  })
  const first = await inspect('a.png', 'image/png', new Uint8Array([1, 2]))
  age()
  expect(await inspect('a.png', 'image/png', new Uint8Array([1, 2]))).toBe(first)
  await inspect('a.png', 'image/png', new Uint8Array([1, 3]))
  age()
  age()
  await inspect('a.png', 'image/png', new Uint8Array([1, 3]))
  expect(checked).toEqual(['a.png 2', 'a.png 2', 'a.png 2'])
})

test('a failure is not remembered', async () => {
  const {parse, parsed} = counting()
  await expect(parse('fails', false)).rejects.toThrow('no thread')
  await parse('fails', false)
  expect(parsed).toHaveLength(2)
})
