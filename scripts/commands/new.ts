/** The command `new`: a few questions, and a small manuscript that builds at once. */
import {basename, resolve} from 'node:path'
import {createInterface} from 'node:readline/promises'
import type {Given} from '../command-line.ts'
import {onlyOperand, valueOf} from '../command-line/values.ts'
import {buildCall, quotedPath} from './calls.ts'
import type {Surroundings} from '../commands.ts'
import type {Answers, Question} from '../new/answers.ts'
import {faultOf, questionsFor} from '../new/answers.ts'
import {newFiles, sampleFor} from '../new/files.ts'
import {displayedPath, escapeControls} from '../report.ts'
import {jsonSchema} from '../schema/schema.ts'
import {UsageError} from '../types.ts'
import {themeNames} from '../typeset/theme.ts'
import {deliver, refuseFull} from '../write/new-folder.ts'

/** How often a question is asked before it is given up. */
const patience = 5

type Ask = (question: Question) => Promise<string>

/** Make a new manuscript. Gives the exit code. */
export async function run(given: Given, {report, version}: Surroundings): Promise<number> {
  const folder = onlyOperand(given, 'one folder')
  if (folder === undefined) throw new UsageError('Unexpected end, expected the name of a new folder', 'Write `pamphleteer new DIR`.')
  await refuseFull(folder)
  const themes = await themeNames()
  const answers = await answersTo(questionsFor(basename(resolve(folder)), themes), given, themes)
  await deliver(await newFiles(answers, version, jsonSchema()), folder)
  const shown = escapeControls(displayedPath(folder, process.cwd()))
  report.print(`${shown}/ holds a manuscript that builds.\n  ${buildCall(process.env)} ${quotedPath(`${shown}/manuscript`)}\n${languageHint(answers)}To release it from GitHub, put the program's tarball, pamphleteer-${version}.tgz, beside its README.md.\n`)
  return 0
}

/** A language that no sample is written in waits in the metadata: under its rules the English sample would be hyphenated wrongly. */
function languageHint({lang = 'en'}: Answers): string {
  return sampleFor(lang) === undefined ? `The sample text is English, and so is \`lang\` in pamphlet.yaml: write \`lang: ${lang}\` there once your text stands in its place.\n` : ''
}

/** Options answer questions; the others are asked on a terminal, or take their standard with `--yes`. */
async function answersTo(questions: readonly Question[], given: Given, themes: readonly string[]): Promise<Answers> {
  const isAsked = !given.options.has('yes')
  if (isAsked && !process.stdin.isTTY && !given.options.has('title')) throw new UsageError('Unexpected input that is no terminal, expected one to ask on', 'Give `--title`, or `--yes` for what stands in.')
  const terminal = isAsked && process.stdin.isTTY ? openTerminal() : undefined
  try {
    const answers: [string, string][] = []
    for (const question of questions) answers.push([question.name, await answerTo(question, valueOf(given, question.name), themes, terminal?.ask)])
    return Object.fromEntries(answers)
  } finally {
    terminal?.close()
  }
}

/** Take an answer that holds. Throws UsageError for an option that does not, and after too many tries. */
async function answerTo(question: Question, option: string | undefined, themes: readonly string[], ask?: Ask): Promise<string> {
  let fault: string | undefined
  for (let tries = 0; tries < patience; tries++) {
    const answer = (option ?? await ask?.(question) ?? '').trim() || question.standard
    fault = answer === '' ? undefined : faultOf(question.name, answer, themes)
    if (fault === undefined) return answer
    if (option !== undefined || ask === undefined) break
    process.stderr.write(`  ${escapeControls(fault)}\n`)
  }
  throw new UsageError(fault ?? '', `Give another \`--${question.name}\`.`)
}

/** Ctrl-C and the end of the input end the questions; nothing has been written then. Lines typed ahead are not lost. */
function openTerminal(): {readonly ask: Ask; readonly close: () => void} {
  const terminal = createInterface({input: process.stdin, output: process.stderr})
  terminal.once('SIGINT', () => process.exit(130))
  const lines = terminal[Symbol.asyncIterator]()
  return {
    ask: async ({words, standard}) => {
      terminal.setPrompt(`${words}${standard === '' ? '' : ` [${standard}]`}: `)
      terminal.prompt()
      const {value, done} = await lines.next()
      if (done === true) throw new UsageError('Unexpected end of the answers, expected one to each question', 'Start again, or give the answers as options.')
      return value
    },
    close: () => terminal.close()
  }
}
