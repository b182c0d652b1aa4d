import {spawn, spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {program} from './program.ts'

const root = mkdtempSync(join(tmpdir(), 'pamphleteer-test-'))
afterAll(() => rmSync(root, {recursive: true, force: true}))

function run(...argumentList: readonly string[]) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [...program, ...argumentList], {encoding: 'utf8', timeout: 60_000})
  return {status, stdout, stderr}
}

describe('the program', () => {
  test('ends with 2 where the call is wrong, and says what to write', () => {
    expect(run('imprt', 'x')).toEqual({status: 2, stdout: '', stderr: 'pamphleteer: Unexpected command `imprt`, expected one of `build`, `dev`, `new`, `import`, `check`, `doctor`, `diff`, `schema`, `theme`, or a manuscript that is there\n  Write `import`.\n'})
  })

  test('prints help and nothing else', () => {
    const {status, stdout, stderr} = run('new', '--help')
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(stdout).toContain('Usage: pamphleteer new <DIR> [options]')
  })

  test('prints with --json the record alone', () => {
    const {status, stdout, stderr} = run('tests/fixtures/manuscripts/good-file/input.md', '--edition', 'web', '--json', '--out', join(root, 'json'))
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(JSON.parse(stdout)).toHaveProperty('artifacts')
  })

  test('prints with --json the record of a manuscript that cannot be read as well, in the same shape', () => {
    writeFileSync(join(root, 'empty.md'), '')
    const {status, stdout} = run(join(root, 'empty.md'), '--json', '--out', join(root, 'json-empty'))
    expect(status).toBe(1)
    const said = JSON.parse(stdout) as Record<string, unknown>
    expect(Object.keys(said)).toEqual(['pamphlet', 'date', 'versions', 'artifacts', 'pages', 'messages'])
    expect(said).toMatchObject({pamphlet: null, artifacts: [], messages: [{ruleId: 'empty-manuscript', severity: 'error', file: 'empty.md'}]})
  })
})

// Windows deletes no folder that somebody works in.
test.skipIf(process.platform === 'win32')('in a folder that is gone the program says so', () => {
  const gone = join(root, 'gone')
  const {status, stderr} = spawnSync('sh', ['-c', 'mkdir "$1" && cd "$1" && rmdir "$1" && exec "$2" "$3" doctor', 'sh', gone, process.execPath, resolve('scripts/build.ts')], {encoding: 'utf8', timeout: 60_000})
  expect({status, stderr}).toEqual({status: 3, stderr: 'pamphleteer: Unexpected working folder that is gone, expected one that is there\n  Go to another folder: `cd ~`.\n'})
})

// Windows has no signals of this kind: there the console ends the whole group.
test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)('%s leaves no browser, no folder and no artifact behind', async signal => {
  const [out, temporary] = [join(root, signal), join(root, `${signal}-tmp`)]
  spawnSync('mkdir', [temporary])
  const child = spawn(process.execPath, ['scripts/build.ts', '--edition', 'read', '--out', out], {stdio: ['ignore', 'ignore', 'pipe'], env: {...process.env, TMPDIR: temporary}})
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
    // The pages are being set: the browser is up.
    if (said.includes('theme …')) child.kill(signal)
  })
  const code = await new Promise(resolve => child.once('close', resolve))
  expect(code).toBe(signal === 'SIGINT' ? 130 : 143)
  expect(existsSync(out)).toBe(false)
  expect(readdirSync(temporary)).toEqual([])
  const left = spawnSync('pgrep', ['-f', temporary], {encoding: 'utf8'}).stdout
  expect(left).toBe('')
})
