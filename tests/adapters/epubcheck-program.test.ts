import {chmodSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {faultsByProgram} from '../../scripts/adapters/epubcheck-program.ts'
import {checkBook} from '../../scripts/preflight.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pamphleteer-program-'))
})
afterAll(() => rmSync(folder, {recursive: true}))

/** Put a program in the place of EPUBCheck that says this and ends with this. */
function install(output: string, code = 1): void {
  const path = join(folder, 'epubcheck')
  writeFileSync(path, `#!/bin/sh\ncat <<'END'\n${output}\nEND\nexit ${code}\n`)
  chmodSync(path, 0o755)
}

const fault = (ID: string, severity: string, locations: readonly {path: string; line: number}[]) => ({ID, severity, message: `about ${ID}`, locations})
const book = new TextEncoder().encode('no book')

describe.skipIf(process.platform === 'win32')('EPUBCheck, the program', () => {
  test('its errors and warnings are faults, with their place; what it only remarks is none', async () => {
    install(JSON.stringify({messages: [
      fault('RSC-005', 'ERROR', [{path: 'a.xhtml', line: 3}, {path: 'b.xhtml', line: 4}]),
      fault('OPF-003', 'WARNING', [{path: 'a.epub', line: -1}]), fault('PKG-008', 'FATAL', []), fault('HTM-010', 'USAGE', []), fault('ACC-001', 'INFO', [])
    ]}))
    expect(await faultsByProgram(book, folder)).toEqual([
      {id: 'RSC-005', severity: 'error', text: 'about RSC-005', place: 'a.xhtml:3'},
      {id: 'OPF-003', severity: 'warning', text: 'about OPF-003', place: 'a.epub'},
      {id: 'PKG-008', severity: 'error', text: 'about PKG-008', place: undefined}
    ])
  })

  test.each(['', 'Exception in thread "main"', '{"messages": [{}]}', '{"messages"'])('where it says %j, nobody knows', async output => {
    install(output)
    expect(await faultsByProgram(book, folder)).toBeUndefined()
  })

  test('where it is not installed, nobody knows', async () => {
    expect(await faultsByProgram(book, join(folder, 'nowhere'))).toBeUndefined()
    expect(await faultsByProgram(book, '')).toBeUndefined()
  })

  test('what it finds stands beside what its port finds, each fault once', async () => {
    const own = await checkBook(book, '')
    const [id] = /[A-Z]{3}-\d{3}/.exec(own[0]?.reason ?? '') ?? []
    install(JSON.stringify({messages: [fault(id ?? '', 'FATAL', []), fault('CHK-001', 'ERROR', [])]}))
    const both = await checkBook(book, folder)
    expect(both.map(({reason}) => reason).filter(reason => reason.includes('CHK-001'))).toHaveLength(1)
    expect(both.length).toBeLessThanOrEqual(own.length + 2)
    expect(both.slice(0, own.length)).toEqual(own)
  })
})
