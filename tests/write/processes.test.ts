import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import * as fs from 'node:fs'
import {existsSync, readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {write} from '../../scripts/write.ts'
import {releaseLock, takeLock} from '../../scripts/write/lock.ts'
import {thisProcess} from '../../scripts/write/owner.ts'
import {artifact, contents, set, temporaryFolder, whole} from './sets.ts'

const paths = temporaryFolder()

/** Run a module's text in a Node of its own; resolves with its exit code or signal and what it wrote. */
async function child(text: string, ...values: string[]): Promise<{readonly end: number | string | null; readonly output: string}> {
  const imports = ['write', 'record', 'write/lock', 'write/owner'].map(name => new URL(`../../scripts/${name}.ts`, import.meta.url).href)
  const prelude = `import * as fs from 'node:fs'; const [w, r, l, o] = await Promise.all(${JSON.stringify(imports)}.map(url => import(url))); const folder = ${JSON.stringify(paths.folder)};\n`
  const running = spawn(process.execPath, ['--input-type=module', '-e', prelude + text, '--', ...values], {stdio: ['ignore', 'pipe', 'pipe'], timeout: 50_000})
  const pieces: string[] = []
  for (const stream of [running.stdout, running.stderr]) stream.on('data', (data: Buffer) => pieces.push(data.toString()))
  return new Promise(resolve => running.on('close', (code, signal) => resolve({end: signal ?? code, output: pieces.join('')})))
}

describe('several processes', () => {
  const builder = `
    const [who, rounds] = process.argv.slice(1)
    const make = (name, text) => ({name, mediaType: 'text/plain', bytes: Buffer.from(text.repeat(1 + who * 5000)), facts: {}})
    for (let round = 0; round < rounds; round += 1) {
      const set = ['p.html', 'p.pdf', \`only-\${who}.txt\`].map(name => make(name, \`\${who}.\${round} \`))
      const record = make('p.json', \`\${who}.\${round} \`)
      await w.write([...set, record, r.sums(set, record)], folder)
    }`

  /** Check the sums of what stands there, and that all of it is of one build. */
  function checkSet(): void {
    const lines = readFileSync(join(paths.folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')
    expect(lines).toHaveLength(4)
    const builds = lines.map(line => {
      const [sum = '', name = ''] = line.split('  ')
      const bytes = readFileSync(join(paths.folder, name))
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum)
      return bytes.toString().split(' ')[0]
    })
    expect(new Set(builds).size).toBe(1)
  }

  /** Check what stands there while nobody writes; tell how many sets were checked. */
  async function checkAtRest(): Promise<number> {
    const owner = thisProcess()
    await takeLock(paths.folder, owner, 20_000, fs)
    try {
      if (!existsSync(join(paths.folder, 'SHA256SUMS'))) return 0
      checkSet()
      return 1
    } finally {
      releaseLock(paths.folder, owner, fs)
    }
  }

  test('leave one whole set after the other', async () => {
    const builders = [1, 2, 3, 4].map(who => child(builder, String(who), '12'))
    const state = {isOver: false}
    const all = Promise.all(builders).finally(() => state.isOver = true)
    let checks = 0
    try {
      while (!state.isOver) {
        checks += await checkAtRest()
        await new Promise(resolve => setTimeout(resolve, 5))
      }
    } finally {
      await all
    }
    expect(await all).toEqual(builders.map(() => ({end: 0, output: ''})))
    // How often the reader finds the folder at rest depends on the machine; at the end it is.
    expect(checks + await checkAtRest()).toBeGreaterThan(0)
    checkSet()
    expect(readdirSync(paths.folder).filter(name => name.startsWith('.'))).toEqual([])
  })

  test('take over from the dead one at a time', async () => {
    // Each holds the lock some times, finds itself alone there, and dies holding it; all wait for the same corpses.
    const holder = `
      const marker = folder + '/alone'
      for (let round = 0; round < 6; round += 1) {
        const owner = o.thisProcess()
        await l.takeLock(folder, owner, 40_000, fs)
        fs.mkdirSync(marker)
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2)
        fs.rmdirSync(marker)
        if (round === 5) process.kill(process.pid, 'SIGKILL')
        l.releaseLock(folder, owner, fs)
      }`
    const ends = await Promise.all([1, 2, 3, 4, 5].map(() => child(holder)))
    expect(ends).toEqual(ends.map(() => ({end: 'SIGKILL', output: ''})))
    await write(set('one'), paths.folder, {waitMs: 0})
    expect(contents(paths.folder)).toEqual(whole('one'))
  })

  test('may be killed at any call: each artifact is whole, and the next build tidies up', async () => {
    const victim = `
      const fatal = Number(process.argv[1])
      let calls = 0
      const disk = new Proxy(fs, {get: (target, name) => (...values) => {
        if ((calls += 1) === fatal) process.kill(process.pid, 'SIGKILL')
        return target[name](...values)
      }})
      const make = name => ({name, mediaType: 'text/plain', bytes: Buffer.from('two'), facts: {}})
      await w.write([make('p.html'), make('p.pdf')], folder, {disk})
      console.log(calls)`
    const two = (text: string) => [artifact('p.html', text), artifact('p.pdf', text)]
    await write(two('one'), paths.folder)
    const total = Number((await child(victim, '0')).output)
    expect(total).toBeGreaterThan(20)
    const seen = new Set<string>()
    for (let fatal = 1; fatal <= total; fatal += 1) {
      await write(two('one'), paths.folder)
      expect(await child(victim, String(fatal)), `call ${fatal}`).toEqual({end: 'SIGKILL', output: ''})
      const {'p.html': html = '', 'p.pdf': pdf = ''} = contents(paths.folder)
      seen.add(`${html} ${pdf}`)
      await write(two('three'), paths.folder, {waitMs: 0})
      expect(contents(paths.folder), `call ${fatal}`).toEqual({'p.html': 'three', 'p.pdf': 'three'})
    }
    // Between the moves themselves a set can be cut; the sums then tell.
    expect([...seen].toSorted()).toEqual(['one one', 'two one', 'two two'])
    // Some forty processes, one after the other.
  }, 180_000)
})
