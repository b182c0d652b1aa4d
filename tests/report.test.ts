import fc from 'fast-check'
import {stripVTControlCharacters} from 'node:util'
import {describe, expect, test} from 'vitest'
import {message} from '../scripts/messages.ts'
import {createReport} from '../scripts/report.ts'
import type {Environment, Outcome} from '../scripts/report.ts'
import {displayedPath, escapeControls, failureText, messagesText, sizeText, summaryText, wantsColours} from '../scripts/report/text.ts'
import type {Artifact} from '../scripts/types.ts'
import {EnvironmentError, UsageError} from '../scripts/types.ts'

const artifact = (name: string, size: number, facts: Artifact['facts'] = {}): Artifact =>
  ({name, mediaType: 'text/plain', bytes: new Uint8Array(size), facts})
const missing = message('missing-image', {file: '02-x.md', line: 12, column: 5}, 'Unexpected missing image `map.png`, expected a file below the manuscript', 'Put the file there.')
const language = message('missing-lang', {file: '02-x.md'}, 'Unexpected missing language, expected `lang`')

/** What could drive a terminal: all controls but the line break, and what turns the direction of writing. */
const driving = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u

describe('escapeControls', () => {
  test.each([
    ['plain “text”, Ленин, 🏴', 'plain “text”, Ленин, 🏴'],
    ['\u001b[2J', '\\x1b[2J'],
    ['a\nb\tc\rd', 'a\\x0ab\\x09c\\x0dd'],
    ['\u009b31m\u007f', '\\x9b31m\\x7f'],
    ['a\u202eb\u2028', 'a\\u{202e}b\\u{2028}'],
    ['\ud800', '\\u{d800}'],
    ['\u{e0041}', '\\u{e0041}'],
    ['न\u200dी e\u0301', 'न\u200dी e\u0301']
  ])('%j', (text, expected) => {
    expect(escapeControls(text)).toBe(expected)
  })

  test('leaves nothing that drives a terminal, and all else as it was', () => {
    fc.assert(fc.property(fc.string({unit: 'binary'}), text => {
      const escaped = escapeControls(text)
      expect(escaped).not.toMatch(driving)
      expect(escaped).not.toContain('\n')
      expect(escaped.isWellFormed()).toBe(true)
      expect(escapeControls(escaped)).toBe(escaped)
      if (!driving.test(text) && text.isWellFormed() && !/[\n\ufeff\u{e0000}-\u{e007f}]/u.test(text)) expect(escaped).toBe(text)
    }))
  })
})

describe('messages', () => {
  test('stand with the manuscript’s folder in front of the file', () => {
    expect(messagesText([missing, language], {folder: 'manuscript'}, false)).toBe(
      'manuscript/02-x.md:12:5: error: Unexpected missing image `map.png`, expected a file below the manuscript (missing-image)\n'
      + '  Put the file there.\n'
      + 'manuscript/02-x.md: warning: Unexpected missing language, expected `lang` (missing-lang)\n')
  })

  test.each([['', '02-x.md'], ['.', '02-x.md'], ['/', '/02-x.md'], ['a/b/', 'a/b/02-x.md'], ['../a', '../a/02-x.md']])('below %j', (folder, file) => {
    expect(messagesText([language], {folder}, false)).toMatch(`${file}: warning: `)
  })

  test('of a file that lies elsewhere say where', () => {
    const style = message('bad-style', {file: 'own.css', line: 2, column: 1}, 'Unexpected style')
    expect(messagesText([style, language], {folder: '../m', elsewhere: new Map([['own.css', 'styles/own.css']])}, false)).toMatch(/^styles\/own\.css:2:1: .*\n\.\.\/m\/02-x\.md: /)
  })

  test('of a theme that lies elsewhere do as well', () => {
    const theme = message('bad-theme', {file: 'mine/print.css', line: 2}, 'Unexpected style')
    expect(messagesText([theme], {folder: 'm', elsewhere: new Map([['mine', '../themes/mine']])}, false)).toBe('../themes/mine/print.css:2: error: Unexpected style (bad-theme)\n')
  })

  test('are coloured by severity', () => {
    const text = messagesText([missing, language], {folder: 'm'}, true)
    expect(text).toContain(': \u001b[1m\u001b[31merror:\u001b[39m\u001b[22m Unexpected')
    expect(text).toContain(': \u001b[1m\u001b[33mwarning:\u001b[39m\u001b[22m Unexpected')
    expect(stripVTControlCharacters(text)).toBe(messagesText([missing, language], {folder: 'm'}, false))
  })

  test('cannot drive the terminal, nor forge a second message', () => {
    fc.assert(fc.property(fc.string({unit: 'binary'}), fc.string({unit: 'binary'}), fc.string({unit: 'binary'}), (file, reason, remedy) => {
      const text = messagesText([message('bad-metadata', {file, line: 1}, reason, remedy)], {folder: 'm'}, false)
      expect(text).not.toMatch(driving)
      expect(text.split('\n')).toHaveLength(3)
    }))
  })
})

describe('wantsColours', () => {
  test.each<[Environment, boolean, boolean]>([
    [{}, true, true],
    [{}, false, false],
    [{TERM: 'dumb'}, true, false],
    [{NO_COLOR: '1'}, true, false],
    [{NO_COLOR: ''}, true, true],
    [{FORCE_COLOR: '1'}, false, true],
    [{FORCE_COLOR: ''}, false, true],
    [{FORCE_COLOR: '0'}, true, false],
    [{FORCE_COLOR: 'false'}, true, false],
    [{FORCE_COLOR: '1', NO_COLOR: '1'}, false, true]
  ])('%j on a terminal: %j', (environment, isTerminal, expected) => {
    expect(wantsColours(environment, isTerminal)).toBe(expected)
  })
})

const outcome: Outcome = {
  built: true, folder: 'dist', messages: [missing, language, language], elapsedMs: 1234,
  artifacts: [artifact('p.html', 812_345), artifact('p.pdf', 1_230_000, {pages: 24}), artifact('q.pdf', 999, {pages: 1}), artifact('r.pdf', 999, {sheets: 4, scalePercent: 100}), artifact('s.pdf', 999, {sheets: 1, scalePercent: 70.7}), artifact('SHA256SUMS', 1)]
}

describe('the summary', () => {
  test('lists the artifacts and says what happened', () => {
    expect(summaryText(outcome)).toBe([
      'dist/p.html         812 kB',
      'dist/p.pdf          1.2 MB  24 pages',
      'dist/q.pdf       999 bytes  1 page',
      'dist/r.pdf       999 bytes  4 sheets',
      'dist/s.pdf       999 bytes  1 sheet, pages at 70.7 %',
      'dist/SHA256SUMS     1 byte',
      'Built in 1.23 s, with one error and two warnings.',
      ''
    ].join('\n'))
  })

  test('tells of sides that stay blank, which is no warning', () => {
    const booklet = (blanks: number, layout = 'saddle') => ({...artifact('q-booklet.pdf', 9), facts: {layout, sheets: 4, blanks}})
    const told = (...artifacts: ReturnType<typeof booklet>[]) => summaryText({...outcome, artifacts, messages: []}).split('\n').slice(artifacts.length, -1)
    expect(told(booklet(3))).toEqual(['Three sides of the sheets in q-booklet.pdf stay blank; `fit: 4` in the metadata brings the text to whole sheets.', 'Built in 1.23 s, with no errors and no warnings.'])
    expect(told(booklet(3), booklet(3))).toHaveLength(2)
    for (const other of [booklet(2), booklet(3, 'zine')]) expect(told(other)).toEqual(['Built in 1.23 s, with no errors and no warnings.'])
  })

  test('of a build that failed says that the last one stands', () => {
    expect(summaryText({...outcome, built: false, artifacts: [], elapsedMs: 5})).toBe('Not built, after 0.01 s: one error and two warnings. What the last build made is as it was.\n')
    expect(summaryText({...outcome, built: false, artifacts: [], messages: Array.from({length: 13}, () => missing), elapsedMs: 5}))
      .toBe('Not built, after 0.01 s: 13 errors. What the last build made is as it was.\n')
  })

  test('cannot drive the terminal', () => {
    fc.assert(fc.property(fc.string({unit: 'binary'}), fc.string({unit: 'binary'}), (name, folder) => {
      const text = summaryText({...outcome, folder, artifacts: [artifact(name, 1)]})
      expect(text).not.toMatch(driving)
      expect(text.split('\n')).toHaveLength(3)
    }))
  })

  test.each([[0, '0 bytes'], [1, '1 byte'], [999, '999 bytes'], [1000, '1.0 kB'], [9949, '9.9 kB'], [9950, '10 kB'], [999_499, '999 kB'], [999_500, '1.0 MB'], [123_456_789, '123 MB']])('%d is %s', (bytes, expected) => {
    expect(sizeText(bytes)).toBe(expected)
  })

  test.each([['dist', 'dist'], ['/home/ada/dist', 'dist'], ['.', '.'], ['/home/ada/', '.'], ['../x', '../x'], ['/tmp/x', '../../tmp/x']])('%s is shown as %s', (path, expected) => {
    expect(displayedPath(path, '/home/ada')).toBe(expected)
  })
})

describe('a failure', () => {
  test('of the environment or the usage: reason and remedy', () => {
    expect(failureText(new EnvironmentError('Unexpected \u001b[31m, expected x', 'Do y.'))).toBe('pamphleteer: Unexpected \\x1b[31m, expected x\n  Do y.\n')
    expect(failureText(new UsageError('Unexpected a, expected b', 'Write b.'))).toBe('pamphleteer: Unexpected a, expected b\n  Write b.\n')
  })

  test('of the program: what is needed to report it, harmless', () => {
    const text = failureText(new TypeError('boo\u001b[2J'))
    expect(text).toMatch(/^pamphleteer: Unexpected fault of the program itself, expected none\n {2}Report it .*\n {2}TypeError: boo\\x1b\[2J\n {2}at /)
    expect(text).not.toMatch(driving)
    expect(failureText('boo')).toContain('  boo\n')
    expect(failureText(undefined)).toContain('  undefined\n')
  })
})

/** A report on pretended streams; `nowMs` goes on by 100 ms at each look. */
function staged(environment: Environment, isTTY: boolean, json = false) {
  const written = {out: '', err: ''}
  const timers = new Set<() => void>()
  let nowMs = 0
  const every = (_ms: number, act: () => void) => {
    timers.add(act)
    return () => {
      timers.delete(act)
    }
  }
  const report = createReport({
    stdout: {isTTY, write: chunk => written.out += typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk)},
    stderr: {isTTY, write: chunk => written.err += String(chunk)},
    environment, nowMs: () => nowMs += 100, every, json
  })
  return {report, written, timers}
}

describe('progress', () => {
  const clear = '\r\u001b[K'

  test('names on a terminal what runs, then how long it took', () => {
    const {report, written} = staged({}, true)
    const typeset = report.stage('typeset')
    const bind = report.stage('bind')
    bind()
    typeset()
    typeset()
    expect(written.err).toBe([
      `${clear}⠋ typeset …`, `${clear}⠙ typeset, bind …`,
      `${clear}bind … 0.10 s\n`, '⠹ typeset …', `${clear}typeset … 0.30 s\n`, clear
    ].join(''))
  })

  test('moves while a stage runs, and stands still behind it', () => {
    const {report, written, timers} = staged({}, true)
    const done = report.stage('typeset')
    timers.forEach(act => act())
    expect(written.err).toBe(`${clear}⠋ typeset …${clear}⠙ typeset …`)
    done()
    expect(timers.size).toBe(0)
  })

  test('leaves no half line behind where the process ends within a stage', () => {
    const {report, written, timers} = staged({}, true)
    report.stage('typeset')
    report.end()
    report.end()
    expect(timers.size).toBe(0)
    expect(written.err).toBe(`${clear}⠋ typeset …${clear}`)
  })

  test('gives way to what is said while a stage runs', () => {
    const {report, written} = staged({NO_COLOR: '1'}, true)
    report.stage('typeset')
    report.failure(new UsageError('Unexpected a', 'Write b.'))
    expect(written.err).toBe(`${clear}⠋ typeset …${clear}pamphleteer: Unexpected a\n  Write b.\n`)
  })

  test.each<[Environment, boolean]>([[{CI: 'true'}, true], [{TERM: 'dumb'}, true], [{}, false]])('is plain with %j, terminal: %j', (environment, isTTY) => {
    const {report, written, timers} = staged(environment, isTTY)
    report.stage('typeset')()
    report.end()
    expect(written.err).toBe('typeset … 0.10 s\n')
    expect(timers.size).toBe(0)
  })

  test('is none with --json', () => {
    const {report, written} = staged({}, true, true)
    report.stage('typeset')()
    report.messages([], {folder: 'm'})
    expect(written).toEqual({out: '', err: ''})
  })
})

describe('the streams', () => {
  test('messages go to standard error, the summary to standard output', () => {
    const {report, written} = staged({}, false)
    report.messages([language], {folder: 'm'})
    report.summary(outcome)
    expect(written).toEqual({out: summaryText(outcome), err: messagesText([language], {folder: 'm'}, false)})
  })

  test('with --json standard output is the record, and nothing else', () => {
    const {report, written} = staged({}, false, true)
    report.messages([language], {folder: 'm'})
    report.summary(outcome)
    report.record({...artifact('p.json', 0), bytes: new TextEncoder().encode('{"é": 1}\n')})
    expect(written).toEqual({out: '{"é": 1}\n', err: messagesText([language], {folder: 'm'}, false)})
  })
})
