import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'

test.each(['print.css', 'web.css'])('what is set in small capitals is closed by one value in %s', name => {
  const rules = readFileSync(`templates/classic/${name}`, 'utf8').split('\n').filter(line => line.includes('var(--caps)') && line.includes('letter-spacing'))
  expect(rules.length).toBeGreaterThan(5)
  expect(rules.filter(rule => !/letter-spacing: calc\(0\.\d+em \* var\(--tracking\)\)/.test(rule))).toEqual([])
})
