import fc from 'fast-check'
import {expect, test} from 'vitest'
import {calculatorFrom} from '../../scripts/content/calculator.ts'

test.each<[string, readonly number[], readonly number[]]>([
  ['{pop}', [3, 4], [3]],
  ['{dup mul exch dup mul add sqrt}', [3, 4], [5]],
  ['{exch atan 360 div}', [-1, 0], [0.5]],
  ['{exch atan}', [0, -2], [270]],
  ['{dup 0 le {pop 1 0 0} if}', [-2], [1, 0, 0]],
  ['{dup 0 le {pop 1} {pop 2} ifelse}', [5], [2]],
  ['{dup dup 0 gt exch 1 le and {0 sub dup 4 mul exch 0} if}', [0.5], [2, 0.5, 0]],
  ['{dup 3 1 roll div 4 1 roll dup 3 1 roll div}', [0.1, 0.2, 0.3, 0.5], [0.6, 0.1, 0.5, 0.4]],
  ['{3 -1 roll}', [1, 2, 3], [2, 3, 1]],
  ['{2 copy add 1 index}', [1, 2], [1, 2, 3, 2]],
  ['{dup truncate sub}', [-1.25], [-0.25]],
  ['{7 2 idiv 7 2 mod 2 3 exp true false or}', [], [3, 1, 8, 1]]
])('%s of %j is %j', (code, inputs, expected) => {
  const result = calculatorFrom(code)?.(inputs) ?? []
  expect(result.map(value => Math.round(value * 1e9) / 1e9)).toEqual(expected)
})

test.each(['', '{', '}', '{{1}', '{1}}', '{{1} 2}', '{1 if}', '{{1} ifelse}', '{1 bitshift}', '1 add', '{1} {2}', `{${'1 '.repeat(40_000)}}`])('%.20s is no program', code => {
  expect(calculatorFrom(code)).toBeUndefined()
})

test('whatever the program, it ends, with a stack that has a bottom and a top', () => {
  const token = fc.constantFrom('1', '-2', '0.5', '99', 'dup', 'exch', 'roll', 'index', 'copy', 'pop', 'div', 'atan', '{dup', '}', '} if', '{', '} {', '} ifelse', 'sqrt')
  fc.assert(fc.property(fc.array(token, {maxLength: 80}), tokens => {
    expect(calculatorFrom(`{${tokens.join(' ')}}`)?.([1, 2]).length ?? 0).toBeLessThanOrEqual(200)
  }), {seed: 1, numRuns: 300})
})
