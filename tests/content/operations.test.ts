import fc from 'fast-check'
import {expect, test} from 'vitest'
import {concatenate, identity, matrixFrom, scaleOf, transform} from '../../scripts/content/matrix.ts'
import {forEachOperation, numeral} from '../../scripts/content/operations.ts'

const read = (content: string) => {
  const found: string[] = []
  forEachOperation(content, ({operator, operands}) => found.push([...operands, operator].join('|')))
  return found
}

test.each([
  ['1 0 0 rg', ['1|0|0|rg']],
  ['/F1 12 Tf(a)Tj', ['/F1|12|Tf', '(a)|Tj']],
  ['(a(b)\\)c) Tj [(x) -12.5 <00ff>] TJ', ['(a(b)\\)c)|Tj', '[(x) -12.5 <00ff>]|TJ']],
  ['/P <</MCID 0 /T (>>) /A [<< >>]>>BDC EMC', ['/P|<</MCID 0 /T (>>) /A [<< >>]>>|BDC', 'EMC']],
  ['% rg 1 0 0\n0 g', ['0|g']],
  ['BI /W 1 /H 1 ID \u0001 rg EI\n1 g', ['BI', '1|g']],
  ['-.5 +3 .25 rg', ['-.5|+3|.25|rg']],
  ["(x)' f* b*", ["(x)|'", 'f*', 'b*']]
])('%s is read operation by operation', (content, expected) => {
  expect(read(content)).toEqual(expected)
})

test('whatever stands in a stream, the reading ends and its places lie in order', () => {
  const piece = fc.constantFrom('(', ')', '<', '>', '<<', '>>', '[', ']', '/N', ' ', '\n', '%', 'BI', 'ID', 'EI', 'rg', '1', '-', '\\', 'q', '\u00ff')
  fc.assert(fc.property(fc.array(piece, {maxLength: 60}), pieces => {
    const content = pieces.join('')
    let last = 0
    forEachOperation(content, ({start, end}) => {
      expect(start).toBeGreaterThanOrEqual(last)
      expect(end).toBeGreaterThan(start)
      last = end
    })
    expect(last).toBeLessThanOrEqual(content.length)
  }), {numRuns: 500})
})

test('numerals have no exponent and at most four decimals', () => {
  fc.assert(fc.property(fc.double({min: -1e6, max: 1e6, noNaN: true}), value => {
    expect(numeral(value)).toMatch(/^-?\d+(?:\.\d{1,4})?$/)
    expect(Math.abs(Number(numeral(value)) - value)).toBeLessThanOrEqual(1e-4)
  }))
})

test.each(['0', '-.5', '+3.25', '12.0625', '0.1', '.000000000000000001', '123456789012345678', '-', '.', '1.2.3', '/N', '1e3'])('%s is read as the number that it is, or as none', operand => {
  forEachOperation(`${operand} w`, operation => {
    if (operation.operator === 'w') expect(operation.number(0)).toBe(/^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(operand) ? Number(operand) : NaN)
    expect(operation.number(1)).toBeNaN()
    expect([operation.operand(9), operation.last.length]).toEqual(['', operation.operands.at(-1)?.length])
  })
})

test('numbers are read as the language reads them', () => {
  fc.assert(fc.property(fc.double({min: -1e6, max: 1e6, noNaN: true}), fc.integer({min: 0, max: 12}), (value, decimals) => {
    forEachOperation(`${value.toFixed(decimals)} w`, operation => expect(operation.number(0)).toBe(Number(value.toFixed(decimals))))
  }))
})

test('matrices', () => {
  expect(transform(concatenate([2, 0, 0, 2, 0, 0], [1, 0, 0, 1, 5, 7]), 1, 1)).toEqual([7, 9])
  expect(concatenate(identity, [1, 2, 3, 4, 5, 6])).toEqual([1, 2, 3, 4, 5, 6])
  expect(scaleOf([0, 3, -3, 0, 1, 1])).toBe(3)
  expect(matrixFrom([1, 0, 0, 1, NaN, 0])).toBeUndefined()
})
