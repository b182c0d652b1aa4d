import {expect, test} from 'vitest'
import {isLeadIn} from '../../../../scripts/typeset/in-page/pages/lead-in.ts'

test.each(['It says:', 'Il dit\u00A0: ', 'As follows:—', 'He said (and she too:)', '他说：', 'ይላል፦', 'כך:'])('%s announces what follows', words => {
  expect(isLeadIn(words)).toBe(true)
})

test.each(['It says.', 'At 10:30', 'a: b', '', 'So: he went.'])('%s announces nothing', words => {
  expect(isLeadIn(words)).toBe(false)
})
