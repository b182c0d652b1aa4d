/** The command `dev`: the live preview, until it is ended with Ctrl-C. */
import {standard} from '../command-line/build-options.ts'
import {previewStandard} from '../command-line/shared-options.ts'
import type {Given} from '../command-line.ts'
import {optional, valueOf} from '../command-line/values.ts'
import type {Surroundings} from '../commands.ts'
import {checkEditor} from '../preview/editor-link.ts'
import {preview} from '../preview/preview.ts'
import {escapeControls} from '../report.ts'
import {UsageError} from '../types.ts'
import {manuscriptPath} from './manuscript-path.ts'

/** Show the preview. Gives the exit code when the user ends it. */
export async function run(given: Given, {report}: Surroundings): Promise<number> {
  const abort = new AbortController()
  const ended = signals()
  const say = (line: string) => report.print(`${escapeControls(line)}\n`)
  const running = await preview({
    path: await manuscriptPath(pathFrom(given.operands)), port: portFrom(valueOf(given, 'port')), editor: checkEditor(valueOf(given, 'editor') ?? previewStandard.editor),
    ...optional('theme', given), ...optional('style', given), ...optional('browser', given), signal: abort.signal, say
  })
  say(`The preview is at ${running.address}`)
  say('It follows every save. Ctrl-C ends it.')
  const code = await ended
  abort.abort()
  await running.close()
  return code
}

/** Ctrl-C is how a preview ends well; any other end says which signal it was. */
function signals(): Promise<number> {
  return new Promise(resolve => {
    process.once('SIGINT', () => resolve(0))
    process.once('SIGTERM', () => resolve(143))
    process.once('SIGHUP', () => resolve(129))
  })
}

function pathFrom([path = standard.path, second]: readonly string[]): string {
  if (path !== '' && second === undefined) return path
  throw new UsageError('Unexpected number of paths, expected one manuscript', 'Name one Markdown file or folder.')
}

function portFrom(text: string | undefined): number {
  if (text === undefined) return previewStandard.port
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text)
  throw new UsageError(`Unexpected port \`${text}\`, expected a number up to 65535`, `Write \`--port ${previewStandard.port}\`, or leave it out.`)
}
