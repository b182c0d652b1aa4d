/** What goes wrong around a manuscript: the program says it, ends with the right code, and leaves the last good artifacts. */
import {spawn, spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {crc32} from 'node:zlib'
import sharp from 'sharp'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {thisProcess, ownerName} from '../../scripts/write/owner.ts'
import {program} from '../program.ts'

const isRoot = process.getuid?.() === 0
const isLinux = process.platform === 'linux'
const front = '---\ntitle: T\nlang: en\ndate: 2024-01-21\n---\n'
const lastGood = {SHA256SUMS: 'the last good sums', 't.html': 'the last good page', 't.json': 'the last good record', 't.pdf': 'the last good pages'}

let folder = ''
let manuscript = ''
let out = ''

const lay = (): void => {
  mkdirSync(out, {recursive: true})
  for (const [name, text] of Object.entries(lastGood)) writeFileSync(join(out, name), text)
}
const standing = () => Object.fromEntries(readdirSync(out).toSorted().map(name => [name, readFileSync(join(out, name), 'utf8')]))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pamphleteer-failures-'))
  manuscript = join(folder, 't.md')
  out = join(folder, 'dist')
  mkdirSync(join(folder, 'tmp'))
  writeFileSync(manuscript, `${front}Text.\n`)
  lay()
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

type Ended = {readonly code: number | null; readonly said: string}

/** Build in a process of its own; `watch` hears what it says as long as it runs, and what it says of its stages is left out. */
async function build(edition: string, path = manuscript, watch: (said: string) => void = () => undefined): Promise<Ended> {
  const child = spawn(process.execPath, [...program, path, '--out', out, '--edition', edition], {stdio: ['ignore', 'ignore', 'pipe'], env: {...process.env, TMPDIR: join(folder, 'tmp')}, timeout: 100_000})
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
    watch(said)
  })
  const code = await new Promise<number | null>(resolve => child.once('close', resolve))
  return {code, said: said.split('\n').filter(line => !/^[a-z ]+ … /.test(line)).join('\n')}
}

test('an image of 400 megapixels', async () => {
  const png = Buffer.from(await sharp({create: {width: 2, height: 2, channels: 3, background: '#888'}}).png().toBuffer())
  for (const at of [16, 20]) png.writeUInt32BE(20_000, at)
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  writeFileSync(join(folder, 'map.png'), png)
  writeFileSync(manuscript, `${front}Text.\n\nA ![map](map.png)\n`)
  const {code, said} = await build('web,read')
  expect(said).toContain('t.md:8:3: error: Unexpected image `map.png` of 400 megapixels, expected at most 100 (image-format)\n  Make the image smaller.\n')
  expect([code, standing()]).toEqual([1, lastGood])
})

describe('a manuscript that is a link to itself', () => {
  test('is wrong usage', async () => {
    const path = join(folder, 'loop.md')
    symlinkSync('loop.md', path)
    const {code, said} = await build('web', path)
    expect(said).toBe(`pamphleteer: Unexpected link that leads back to itself: \`${path}\`, expected a Markdown file or a folder with Markdown files\n  Give the path of a \`.md\` file or of a folder.\n`)
    expect([code, standing()]).toEqual([2, lastGood])
  })

  test('among chapters is a fault of the manuscript', async () => {
    const path = join(folder, 'chapters')
    mkdirSync(path)
    writeFileSync(join(path, 'pamphlet.yaml'), 'title: T\nlang: en\n')
    writeFileSync(join(path, '01.md'), 'Text.\n')
    symlinkSync('02.md', join(path, '02.md'))
    const {code, said} = await build('web', path)
    expect(said).toContain('02.md: error: Unexpected link that leads back to itself: `02.md`, expected a Markdown file (no-markdown)\n  Put the file itself in place of the link.\n')
    expect([code, standing()]).toEqual([1, lastGood])
  })
})

test.runIf(isLinux)('a browser that is killed while it makes the pages', {timeout: 120_000}, async () => {
  writeFileSync(manuscript, `${front}${'Many words, so that the pages take their time. '.repeat(40).concat('\n\n').repeat(250)}`)
  let isKilled = false
  const {code, said} = await build('web,read', manuscript, heard => {
    if (isKilled || !heard.includes('theme …')) return
    isKilled = true
    setTimeout(() => kill(`user-data-dir=${join(folder, 'tmp')}`), 1_000)
  })
  expect(said).toMatch(/^pamphleteer: Unexpected end of the browser while [a-z ]+ \(signal `SIGKILL`\), expected it to go on\n {2}Build again; if it happens again, free some memory, or name another browser with `--browser PATH`\.\n$/)
  expect([isKilled, code, standing()]).toEqual([true, 3, lastGood])
})

describe('a folder that cannot be written', () => {
  test('because it is a file', async () => {
    rmSync(out, {recursive: true})
    writeFileSync(out, 'a file')
    expect(await build('web')).toEqual({code: 3, said: `pamphleteer: Unexpected file, expected a folder at \`${out}\`\n  Move the file away, or choose another folder with \`--out\`.\n`})
    expect(readFileSync(out, 'utf8')).toBe('a file')
  })

  // Root may write anywhere.
  test.skipIf(isRoot || process.platform === 'win32')('because we may not', async () => {
    chmodSync(out, 0o555)
    const {code, said} = await build('web')
    chmodSync(out, 0o755)
    expect(said).toContain('Unexpected lack of permission')
    expect([code, standing()]).toEqual([3, lastGood])
  })
})

// Mounting a small file system needs root and Linux.
describe.skipIf(!isLinux || !isRoot)('a disk', () => {
  let mounted = false
  beforeEach(() => {
    mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', out], {timeout: 10_000}).status === 0
    lay()
  })
  afterEach(() => {
    if (mounted) spawnSync('umount', [out], {timeout: 10_000})
  })

  test('that is full', async context => {
    if (!mounted) context.skip('mounting is not allowed here')
    expect(await build('web')).toEqual({code: 3, said: `pamphleteer: Unexpected full disk, expected room for the artifacts in \`${out}\`\n  Free some space, or choose another folder with \`--out\`.\n`})
    expect(standing()).toEqual(lastGood)
  })

  test('that is read-only', async context => {
    if (!mounted) context.skip('mounting is not allowed here')
    spawnSync('mount', ['-o', 'remount,ro', out], {timeout: 10_000})
    expect(await build('web')).toEqual({code: 3, said: `pamphleteer: Unexpected read-only file system, expected to write into \`${out}\`\n  Make it writable, or choose another folder with \`--out\`.\n`})
    expect(standing()).toEqual(lastGood)
  })
})

describe('two builds into one folder', () => {
  test('at once give one whole set', async () => {
    const other = join(folder, 'other', 't.md')
    mkdirSync(join(folder, 'other'))
    writeFileSync(other, `${front}Other words.\n`)
    const ends = await Promise.all([build('web'), build('web', other), build('web'), build('web', other)])
    expect(ends.map(({code}) => code)).toEqual([0, 0, 0, 0])
    const {SHA256SUMS: sums = '', 't.html': page = '', ...rest} = standing()
    expect(Object.keys(rest)).toEqual(['t.json', 't.pdf'])
    expect(sums.trimEnd().split('\n').toSorted()).toEqual([`${sha256(page)}  t.html`, `${sha256(rest['t.json'] ?? '')}  t.json`].toSorted())
    expect(JSON.parse(rest['t.json'] ?? '')).toMatchObject({artifacts: [{name: 't.html', sha256: sha256(page)}]})
  })

  test('while one never ends: the other says which', {timeout: 60_000}, async () => {
    const lock = join(out, '.pamphleteer.lock')
    mkdirSync(lock)
    writeFileSync(join(lock, ownerName(thisProcess())), '')
    const {code, said} = await build('web')
    rmSync(lock, {recursive: true})
    expect(said).toContain(`process ${process.pid} on `)
    expect(said).toContain(`\n  Wait for the other build; if there is none, delete \`${lock}\`.\n`)
    expect([code, standing()]).toEqual([3, lastGood])
  })
})

/** Kill the first process that was called with such an argument. */
function kill(argument: string): void {
  const [id] = spawnSync('pgrep', ['-f', '--', argument], {encoding: 'utf8'}).stdout.split('\n')
  process.kill(Number(id), 'SIGKILL')
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
