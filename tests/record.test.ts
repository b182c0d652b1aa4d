import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {atHome, message} from '../scripts/messages.ts'
import {record, sums} from '../scripts/record.ts'
import type {Build} from '../scripts/record.ts'
import type {Artifact} from '../scripts/types.ts'
import {metadata} from './stock.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (artifact: Artifact) => new TextDecoder().decode(artifact.bytes)

const web: Artifact = {name: 'cheap.html', mediaType: 'text/html', bytes: encode('<p>Read, and pass it on.'), facts: {words: 6}}
const read: Artifact = {
  name: 'cheap.pdf', mediaType: 'application/pdf', bytes: encode('%PDF-1.7'),
  facts: {pages: 2, boxes: {mediaMm: [148, 210]}, fonts: ['Alegreya-Regular'], isTagged: true}
}
const build: Build = {
  pamphlet: metadata,
  date: {instant: new Date('2024-01-21T00:00:00Z'), printed: '2024-01-21'},
  versions: {node: '24.21.0', browser: 'Chrome/153.0.0.0', fonts: ['@fontsource/b@1', '@fontsource/a@1', '@fontsource/b@1']},
  artifacts: [read, web],
  pages: {count: 2, folios: ['', '1'], pageMap: [{id: 'one', page: 2, folio: '1'}], paragraphs: {lines: 30, hyphens: 2, untouched: {script: 1, direction: 2}}},
  messages: [
    message('mixed-quotes', {file: 'b.md', line: 12, column: 5}, 'Unexpected `"`, expected `”`', 'Write the same quotes.'),
    message('missing-lang', {file: 'a.md'}, 'Unexpected missing language, expected `lang`')
  ]
}

test('the record reads as its golden file', () => {
  const result = record(build)
  expect([result.name, result.mediaType, result.facts]).toEqual(['cheap-print-its-readers.json', 'application/json', {}])
  expect(decode(result)).toBe(readFileSync(new URL('record/record.json', import.meta.url), 'utf8'))
})

test('what is absent is null, so that the keys stay the same', () => {
  const {pages: _, ...rest} = build
  const bare = JSON.parse(decode(record({...rest, date: {instant: new Date(0)}, versions: {node: '24.21.0', fonts: []}, messages: []}))) as Record<string, unknown>
  expect(Object.keys(bare)).toEqual(Object.keys(JSON.parse(decode(record(build))) as object))
  expect(bare).toMatchObject({date: null, pages: null, messages: [], versions: {browser: null, fonts: []}})
})

test('the record does not depend on who was ready first', () => {
  const turned: Build = {...build, artifacts: build.artifacts.toReversed(), messages: build.messages.toReversed(),
    versions: {...build.versions, fonts: build.versions.fonts.toReversed()}}
  expect(decode(record(turned))).toBe(decode(record(build)))
  expect(decode(sums(turned.artifacts, web))).toBe(decode(sums(build.artifacts, web)))
})

test('the record holds nothing that it was not handed', () => {
  const text = decode(record(build))
  for (const own of [process.cwd(), tmpdir(), process.execPath, process.version]) expect(text).not.toContain(own)
})

test('any text survives the record', () => {
  fc.assert(fc.property(fc.string({unit: 'binary'}), fc.string({unit: 'binary'}), (title, reason) => {
    const result = record({...build, pamphlet: {...metadata, title}, messages: [message('bad-metadata', {file: 'a.md'}, reason)]})
    expect(JSON.parse(decode(result))).toMatchObject({pamphlet: {title}, messages: [{reason}]})
  }))
})

test('the sums name everything, the record too, by name', () => {
  const result = sums([web, read], record(build))
  expect([result.name, result.mediaType, result.facts]).toEqual(['SHA256SUMS', 'text/plain', {}])
  expect(decode(result).split('\n').map(line => line.replace(/^[0-9a-f]{64} {2}/, ''))).toEqual(['cheap-print-its-readers.json', 'cheap.html', 'cheap.pdf', ''])
  expect(decode(sums([], {...web, bytes: encode('abc')})))
    .toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  cheap.html\n')
})

const sha256sum = spawnSync('sha256sum', ['--version']).status === 0
test.skipIf(!sha256sum)('sha256sum itself agrees, and sees a change', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-record-'))
  try {
    const all = [web, read, record(build), sums([web, read], record(build))]
    for (const {name, bytes} of all) writeFileSync(join(folder, name), bytes)
    const check = () => spawnSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], {cwd: folder, timeout: 10_000}).status
    expect(check()).toBe(0)
    writeFileSync(join(folder, 'cheap.pdf'), '%PDF-1.6')
    expect(check()).toBe(1)
  } finally {
    rmSync(folder, {recursive: true})
  }
})

test('what knows no place has the file of the metadata', () => {
  const [lost, placed] = [message('too-tall', {file: '.'}, 'Unexpected a', 'Mend.'), message('too-tall', {file: 'b.md', line: 2}, 'Unexpected b', 'Mend.')]
  expect(atHome([lost, placed], 'a.md').map(({place}) => place)).toEqual([{file: 'a.md'}, {file: 'b.md', line: 2}])
  expect(atHome([lost], undefined)).toEqual([lost])
})
