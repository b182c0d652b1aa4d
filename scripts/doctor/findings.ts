/** What the doctor finds, and how it is told. */
import {styleText} from 'node:util'

/** `bad`: no build is possible; `poor`: one is, with something amiss; `absent`: an optional tool is not there. */
export type Verdict = 'good' | 'poor' | 'bad' | 'absent'

export type Finding = {readonly what: string; readonly verdict: Verdict; readonly text: string; readonly remedy?: string}

const marks: Readonly<Record<Verdict, readonly [mark: string, colour: 'green' | 'yellow' | 'red' | 'gray']>> = {
  good: ['✓', 'green'], poor: ['!', 'yellow'], bad: ['✗', 'red'], absent: ['–', 'gray']
}

/** Write findings, one line each, and what to do on the next. */
export function findingsText(findings: readonly Finding[], coloured: boolean): string {
  const width = Math.max(...findings.map(({what}) => what.length))
  return findings.map(({what, verdict, text, remedy}) => {
    const [mark, colour] = marks[verdict]
    const shown = coloured ? styleText(colour, mark, {validateStream: false}) : mark
    return `${shown} ${what.padEnd(width)}  ${text}\n${remedy === undefined ? '' : `${' '.repeat(width + 4)}${remedy}\n`}`
  }).join('')
}

/** The sentence at the end. */
export function verdictText(findings: readonly Finding[]): string {
  if (findings.some(({verdict}) => verdict === 'bad')) return 'No pamphlet can be built here yet.\n'
  return findings.some(({verdict}) => verdict === 'poor') ? 'Pamphlets can be built here; something is amiss.\n' : 'Pamphlets can be built here.\n'
}

/** Judge the version of Node against the oldest that will do. */
export function judgeNode(version: string, [major, minor]: readonly [major: number, minor: number] = [22, 17]): Finding {
  const [ownMajor = 0, ownMinor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const isEnough = ownMajor > major || ownMajor === major && ownMinor >= minor
  const base = {what: 'Node', text: version}
  return isEnough ? {...base, verdict: 'good'} : {...base, verdict: 'bad', remedy: `Install Node ${major}.${minor} or later: https://nodejs.org/`}
}

const megabyte = 1_000_000
const enoughBytes = 300 * megabyte

/** Judge the room in a folder; `freeBytes` is undefined where nothing can be written. */
export function judgeDisk(what: string, folder: string, freeBytes: number | undefined): Finding {
  if (freeBytes === undefined) return {what, verdict: 'bad', text: `${folder} cannot be written`, remedy: 'Change its permissions, or work in another folder.'}
  const free = freeBytes >= 1000 * megabyte ? `${(freeBytes / 1000 / megabyte).toFixed(0)} GB` : `${(freeBytes / megabyte).toFixed(0)} MB`
  const base = {what, text: `${folder}, ${free} free`}
  return freeBytes >= enoughBytes ? {...base, verdict: 'good'} : {...base, verdict: 'poor', remedy: 'Make room: a build needs up to 300 MB for a while.'}
}
