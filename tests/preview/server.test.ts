import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {request} from 'node:http'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test, vi} from 'vitest'
import {openViewer} from '../../scripts/bench/viewer.ts'
import type {Preview} from '../../scripts/preview/preview.ts'
import {preview} from '../../scripts/preview/preview.ts'

let folder = ''
let shown: Preview

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'served-'))
  writeFileSync(join(folder, '01-ash.md'), 'Text.\n')
  writeFileSync(join(folder, 'pamphlet.yaml'), 'title: Lamps\nlang: en-GB\n')
  shown = await preview({path: folder, port: 0, editor: 'vscode://file/{path}', say: () => undefined})
})
afterAll(async () => {
  await shown.close()
  rmSync(folder, {recursive: true, force: true})
})

test('answers its own name and token alone, and never from the disk', async () => {
  const address = new URL(shown.address)
  const ask = (path: string, headers: Record<string, string> = {}) => new Promise<number | undefined>((resolve, reject) => {
    request({host: '127.0.0.1', port: address.port, path, headers}, response => {
      response.resume()
      resolve(response.statusCode)
    }).on('error', reject).end()
  })
  expect(await ask(address.pathname)).toBe(200)
  expect(await ask(address.pathname, {host: `evil.example:${address.port}`})).toBe(403)
  expect(await ask(`${address.pathname}state.json`, {origin: 'https://evil.example'})).toBe(403)
  expect(await ask('/')).toBe(404)
  expect(await ask('/guess/state.json')).toBe(404)
  for (const path of ['../package.json', '..%2f..%2fetc/passwd', '/etc/passwd', 'foliate/../../package.json', 'pamphlet.yaml', '01-ash.md', 'index.html/..', '%00', 'pages.pdf?v=9999', '__proto__']) expect([path, await ask(address.pathname + path)]).toEqual([path, 404])
})

test('a page of another site can neither read, frame nor send', async context => {
  const viewer = await openViewer()
  if (!viewer) return context.skip()
  const other = await viewer.tab()
  await other.goto('data:text/html,<title>evil</title>')
  const tried = await other.evaluate(async (address: string) => {
    const read = await fetch(`${address}state.json`).then(() => 'read', () => 'refused')
    const sent = await fetch(`${address}place`, {method: 'POST', mode: 'no-cors', body: '{}'}).then(response => response.type, () => 'refused')
    const frame = document.createElement('iframe')
    frame.src = address
    const framed = new Promise<string>(resolve => {
      frame.onload = () => resolve(frame.contentDocument === null ? 'closed' : 'open')
      setTimeout(() => resolve('closed'), 3_000)
    })
    document.body.append(frame)
    return [read, sent === 'opaque' ? 'refused' : sent, await framed]
  }, shown.address)
  expect(tried).toEqual(['refused', 'refused', 'closed'])
  await viewer.close()
})

test('a port that is taken by another program is passed over', async () => {
  const other = createServer()
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const lone = mkdtempSync(join(tmpdir(), 'previewed-'))
  mkdirSync(join(lone, 'images'))
  writeFileSync(join(lone, 'a.md'), 'Text.\n')
  const lines: string[] = []
  const running = await preview({path: join(lone, 'a.md'), port, editor: 'vscode://file/{path}', say: line => lines.push(line)})
  try {
    expect(lines).toEqual([`Port ${port} is in use; the next one is tried.`])
    expect(Number(new URL(running.address).port)).toBeGreaterThan(port)
    await vi.waitFor(async () => expect(await (await fetch(`${running.address}state.json`)).json()).toMatchObject({pages: {count: expect.any(Number) as number}}), {timeout: 30_000})
  } finally {
    await running.close()
    other.close()
    rmSync(lone, {recursive: true, force: true})
  }
})
