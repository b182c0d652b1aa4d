/** Examines the machine. Everything that could hang has a time limit. */
import {execFile} from 'node:child_process'
import {mkdtemp, rm, statfs} from 'node:fs/promises'
import {join} from 'node:path'
import {isRoot} from '../adapters/browser-flags.ts'
import type {Origin} from '../adapters/browser-candidates.ts'
import {launch} from '../adapters/browser.ts'
import {type Machine, thisMachine} from '../adapters/machine.ts'
import {EnvironmentError} from '../types.ts'
import {charactersInText} from '../typeset/characters.ts'
import {loadTheme, themeNames} from '../typeset/theme.ts'
import type {Finding} from './findings.ts'
import {judgeDisk, judgeNode} from './findings.ts'

/** Examine everything, in the order in which it is told. `executable`: a browser that the user names. */
export async function examine(workingFolder: string, executable?: string): Promise<readonly Finding[]> {
  const machine = thisMachine()
  const [browser, fonts, disks, others] = await Promise.all([examineBrowser(machine, executable), examineFonts(), examineDisks(workingFolder, machine), Promise.all(tools.map(examineTool))])
  return [judgeNode(process.version), ...browser, fonts, ...disks, ...others]
}

const origins: Readonly<Record<Origin, string>> = {
  option: 'named by --browser or PUPPETEER_EXECUTABLE_PATH',
  embedded: 'the one inside @sparticuz/chromium',
  'puppeteer-cache': "one in Puppeteer's cache",
  installed: 'one that is installed here'
}

/** Start the browser that a build would start, and open a page in it. */
async function examineBrowser(machine: Machine, executable?: string): Promise<readonly Finding[]> {
  const startMs = performance.now()
  try {
    const browser = await launch({limitMs: 30_000, ...(executable !== undefined && {executable})})
    try {
      const page = await browser.open({html: '<!doctype html><title>x</title><p>x', resources: new Map()}, {widthPx: 400, heightPx: 600})
      await page.close()
      const seconds = ((performance.now() - startMs) / 1000).toFixed(1)
      const found: Finding = {what: 'Browser', verdict: 'good', text: `${browser.version}: ${origins[browser.origin]}, up in ${seconds} s`}
      return [found, ...browser.notes.map((text): Finding => ({what: 'Browser', verdict: 'poor', text})), judgeSandbox(machine)]
    } finally {
      await browser.close()
    }
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error
    return [{what: 'Browser', verdict: 'bad', text: error.message, remedy: error.remedy}]
  }
}

/** The browser that came up did so with its sandbox, but for root. */
function judgeSandbox(machine: Machine): Finding {
  if (!isRoot(machine)) return {what: 'Sandbox', verdict: 'good', text: "on: the browser's pages are kept from the rest of the machine"}
  return {what: 'Sandbox', verdict: 'poor', text: 'off, because the user is root', remedy: 'Build as another user, at least what strangers send.'}
}

/** Load every theme with the letters that any text has. */
async function examineFonts(): Promise<Finding> {
  try {
    const themes = await Promise.all((await themeNames()).map(name => loadTheme(name, charactersInText('abcABC123', 'en'))))
    return {what: 'Fonts', verdict: 'good', text: themes.map(({name, fonts}) => `${name}: ${[...new Set(fonts.map(({family}) => family))].join(', ')}`).join('; ')}
  } catch (error) {
    return {what: 'Fonts', verdict: 'bad', text: error instanceof Error ? error.message.split('\n')[0] ?? '' : String(error), remedy: 'Install the program again: its packages of fonts are missing.'}
  }
}

async function examineDisks(workingFolder: string, {temporaryFolder}: Machine): Promise<readonly Finding[]> {
  return [judgeDisk('Folder', workingFolder, await freeBytes(workingFolder)), judgeDisk('Disk', temporaryFolder, await freeBytes(temporaryFolder))]
}

/** What is free in a folder; undefined where nothing can be made there. */
async function freeBytes(folder: string): Promise<number | undefined> {
  try {
    const made = await mkdtemp(join(folder, '.pamphleteer-'))
    await rm(made, {recursive: true})
    const {bavail, bsize} = await statfs(folder)
    return bavail * bsize
  } catch {
    return undefined
  }
}

/** `commands`: its names, which differ on Windows; `argument` makes the tool say its version and end. */
type Tool = {readonly what: string; readonly commands: readonly string[]; readonly argument: string; readonly use: string}

const tools: readonly Tool[] = [
  {what: 'Java', commands: ['java'], argument: '-version', use: 'only to let EPUBCheck judge an EPUB'},
  {what: 'Ghostscript', commands: ['gs', 'gswin64c'], argument: '--version', use: "only to look at a press file's inks"},
  {what: 'qpdf', commands: ['qpdf'], argument: '--version', use: 'only to let it judge a PDF'}
]

async function examineTool({what, commands, argument, use}: Tool): Promise<Finding> {
  const [said] = (await Promise.all(commands.map(command => versionOf(command, argument)))).filter(version => version !== undefined)
  if (said === undefined) return {what, verdict: 'absent', text: 'not here', remedy: `It is needed ${use}; install it with the system's package manager.`}
  return {what, verdict: 'good', text: said}
}

/** The first line that a tool says of itself; undefined where it is not there or does not answer. */
function versionOf(command: string, argument: string): Promise<string | undefined> {
  return new Promise(resolve => {
    execFile(command, [argument], {timeout: 10_000, windowsHide: true, maxBuffer: 65_536}, (error, stdout, stderr) => {
      resolve(error ? undefined : `${stdout}${stderr}`.trim().split('\n')[0]?.slice(0, 100))
    })
  })
}
