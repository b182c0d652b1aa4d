import {expect, test} from 'vitest'
import {explain} from '../../scripts/write/failure.ts'

const fault = (code: string, syscall: string) => Object.assign(new Error(`${code}: ${syscall}`), {code, syscall})
const said = (error: unknown) => error instanceof Error ? error.message : ''

test.each<[string, string, NodeJS.Platform, RegExp]>([
  ['EPERM', 'rename', 'win32', /^Unexpected file in use/],
  ['EACCES', 'unlink', 'win32', /^Unexpected file in use/],
  ['EPERM', 'open', 'win32', /^Unexpected lack of permission/],
  ['EPERM', 'rename', 'linux', /^Unexpected lack of permission/],
  ['EBUSY', 'rename', 'linux', /^Unexpected file in use/]
])('%s of %s on %s', (code, syscall, platform, expected) => {
  expect(said(explain(fault(code, syscall), 'dist', platform))).toMatch(expected)
})
