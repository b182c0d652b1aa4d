import {tmpdir} from 'node:os'
import {stripVTControlCharacters} from 'node:util'
import {describe, expect, test} from 'vitest'
import {examine} from '../../scripts/doctor/examine.ts'
import type {Finding} from '../../scripts/doctor/findings.ts'
import {findingsText, judgeDisk, judgeNode, verdictText} from '../../scripts/doctor/findings.ts'

const good: Finding = {what: 'Node', verdict: 'good', text: 'v24.0.0'}
const absent: Finding = {what: 'Ghostscript', verdict: 'absent', text: 'not here', remedy: 'Install it.'}

describe('findings', () => {
  test('stand in lines, what to do below', () => {
    const text = '✓ Node         v24.0.0\n– Ghostscript  not here\n               Install it.\n'
    expect(findingsText([good, absent], false)).toBe(text)
    expect(findingsText([good, absent], true)).toContain('\u001b[32m✓')
    expect(stripVTControlCharacters(findingsText([good, absent], true))).toBe(text)
  })

  test('come to a verdict', () => {
    expect(verdictText([good, absent])).toBe('Pamphlets can be built here.\n')
    expect(verdictText([good, {...good, verdict: 'poor'}])).toContain('something is amiss')
    expect(verdictText([good, {...good, verdict: 'bad'}])).toContain('No pamphlet')
  })

  test.each([['v22.17.0', 'good'], ['v22.16.9', 'bad'], ['v24.0.0', 'good'], ['v20.19.0', 'bad']])('Node %s is %s', (version, verdict) => {
    expect(judgeNode(version).verdict).toBe(verdict)
  })

  test.each<[number | undefined, string, string]>([[5e9, 'good', '/x, 5 GB free'], [2e8, 'poor', '/x, 200 MB free'], [undefined, 'bad', '/x cannot be written']])('%s free bytes', (bytes, verdict, text) => {
    expect(judgeDisk('Disk', '/x', bytes)).toMatchObject({verdict, text})
  })
})

test('a browser that is none is told, with a remedy, and the rest all the same', async () => {
  const findings = await examine(tmpdir(), '/nowhere/chrome')
  expect(findings.find(({what}) => what === 'Browser')).toMatchObject({verdict: 'bad', text: expect.stringContaining('`/nowhere/chrome`') as string, remedy: expect.stringMatching(/\.$/) as string})
  expect(findings.map(({what}) => what)).toEqual(['Node', 'Browser', 'Fonts', 'Folder', 'Disk', 'Java', 'Ghostscript', 'qpdf'])
  expect(findings.find(({what}) => what === 'Fonts')).toMatchObject({verdict: 'good', text: expect.stringContaining('classic: ') as string})
})
