/**
 * Asks programs that are no part of the project for their verdict on EPUBs: Ace (accessibility) and the Nu HTML checker.
 * `node tests/epub/outside.ts FOLDER BOOK…`: FOLDER holds `node_modules` with `@daisy/ace-cli` and `vnu-jar`; vnu needs
 * Java. Each gate must also find the fault in a mutated book, or it says nothing. Ends with 1 where one fails.
 */
import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join, resolve} from 'node:path'
import JSZip from 'jszip'
import {findEmbedded, unpackEmbedded} from '../../scripts/adapters/embedded-browser.ts'
import {thisMachine} from '../../scripts/adapters/machine.ts'

type Gate = {readonly name: string; readonly faultsIn: (book: string, folder: string) => Promise<readonly string[]>; readonly mutation: (xhtml: string) => string}

const [tools = '.', ...books] = process.argv.slice(2).map(path => resolve(path))

/** What vnu does not know: EPUB's own attribute `epub:type`, which it calls `type`, and a name for a drawing. */
const noise = [/^Attribute “(?:epub:)?type” not allowed on element/, /^Attribute “aria-label” not allowed on (?:SVG )?element “svg”/]

const gates: readonly Gate[] = [
  {
    name: 'Ace',
    faultsIn: async (book, folder) => {
      const environment = {...process.env, PUPPETEER_EXECUTABLE_PATH: await browserPath(), ACE_TIMEOUT_INITIAL: '60000'}
      const ace = join(tools, 'node_modules', '@daisy', 'ace-cli', 'bin', 'ace.js')
      const {status, stderr, stdout} = spawnSync(process.execPath, [ace, '--force', '--silent', '--outdir', folder, book], {encoding: 'utf8', env: environment, timeout: 600_000})
      const report = join(folder, 'report.json')
      if (status !== 0) return [`Ace ended with ${status}: ${stderr}${stdout}`]
      const {assertions} = JSON.parse(readFileSync(report, 'utf8')) as {assertions: {'earl:testSubject': {url: string}; assertions: {'earl:test': {'dct:title': string}; 'earl:result': {'dct:description': string}}[]}[]}
      return assertions.flatMap(file => file.assertions.map(found => `${file['earl:testSubject'].url}: ${found['earl:test']['dct:title']}: ${found['earl:result']['dct:description']}`))
    },
    mutation: xhtml => xhtml.replace('</body>', '<p><a href="title-page.xhtml"></a></p></body>').replace(/ lang="[^"]*"/, '')
  },
  {
    name: 'vnu',
    faultsIn: async (book, folder) => {
      const zip = await JSZip.loadAsync(readFileSync(book))
      const files = Object.keys(zip.files).filter(name => name.endsWith('.xhtml'))
      for (const name of files) writeFileSync(join(folder, basename(name)), await zip.files[name]?.async('nodebuffer') ?? '')
      const jar = join(tools, 'node_modules', 'vnu-jar', 'build', 'dist', 'vnu.jar')
      const {stdout, stderr, error} = spawnSync('java', ['-jar', jar, '--format', 'json', '--stdout', ...readdirSync(folder).map(name => join(folder, name))], {encoding: 'utf8', timeout: 600_000, maxBuffer: 1 << 26})
      if (error) return [error.message]
      const {messages} = JSON.parse(stdout || stderr) as {messages: {url?: string; type: string; message: string; lastLine?: number}[]}
      return messages.filter(({message}) => !noise.some(pattern => pattern.test(message))).map(({url = '', lastLine = 0, type, message}) => `${basename(url)}:${lastLine}: ${type}: ${message}`)
    },
    mutation: xhtml => xhtml.replace('</body>', '<p><img src="cover.png"/></p></body>')
  }
]

async function browserPath(): Promise<string> {
  const given = process.env['PUPPETEER_EXECUTABLE_PATH']
  if (given !== undefined) return given
  const embedded = await findEmbedded()
  if (!embedded) throw new Error('Expected a browser for Ace: set PUPPETEER_EXECUTABLE_PATH')
  return (await unpackEmbedded(embedded, {machine: thisMachine()})).executable
}

/** A copy of the book with its imprint or its first text file changed. */
async function mutated(book: string, mutation: Gate['mutation'], folder: string): Promise<string> {
  const zip = await JSZip.loadAsync(readFileSync(book))
  const name = Object.keys(zip.files).find(file => /\/(?:chapter-1|text)\.xhtml$/.test(file)) ?? ''
  zip.file(name, mutation(await zip.files[name]?.async('string') ?? ''))
  const path = join(folder, 'mutated.epub')
  writeFileSync(path, await zip.generateAsync({type: 'nodebuffer'}))
  return path
}

const scratch = mkdtempSync(join(tmpdir(), 'pamphleteer-gates-'))
const fresh = (name: string): string => {
  const folder = join(scratch, name)
  mkdirSync(folder, {recursive: true})
  return folder
}

let failed = 0
try {
  for (const gate of gates) {
    for (const book of books) {
      const faults = await gate.faultsIn(book, fresh(`${gate.name}-${basename(book)}`))
      console.log(`${faults.length === 0 ? 'ok' : 'FAILED'}: ${gate.name} ${basename(book)}${faults.map(fault => `\n  ${fault}`).join('')}`)
      if (faults.length > 0) failed++
    }
    const [first] = books
    if (first === undefined) continue
    const caught = (await gate.faultsIn(await mutated(first, gate.mutation, fresh(`${gate.name}-mutation`)), fresh(`${gate.name}-mutated`))).length > 0
    console.log(`${caught ? 'ok' : 'FAILED'}: ${gate.name} finds the fault in a mutated ${basename(first)}`)
    if (!caught) failed++
  }
} finally {
  rmSync(scratch, {recursive: true, force: true})
}
process.exitCode = failed === 0 ? 0 : 1
