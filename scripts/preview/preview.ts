/** The live preview: a watcher, a build in turns, and a server that shows what came of it. */
import {randomBytes} from 'node:crypto'
import {resolve} from 'node:path'
import {launch} from '../adapters/browser.ts'
import {realDisk} from '../adapters/disk.ts'
import {watchFolders} from '../adapters/folder-watch.ts'
import {keptDrawings} from '../adapters/kept-drawings.ts'
import {thisMachine} from '../adapters/machine.ts'
import {locate} from '../manuscript/locate.ts'
import {isThemeFolder} from '../manuscript/theme.ts'
import type {Resource} from '../types.ts'
import {gather} from './audience.ts'
import {buildPages, Superseded} from './build-pages.ts'
import {pageFiles} from './files.ts'
import {rememberComposing} from './remember-composing.ts'
import {rememberTheme} from './remember-theme.ts'
import {rememberReading} from './remember.ts'
import type {Route} from './server.ts'
import {serve} from './server.ts'
import {createShow} from './show.ts'
import {keepStanding} from './standing-page.ts'
import {takeTurns} from './turns.ts'
import {keepWarm} from './warm-browser.ts'

export type PreviewOptions = {
  /** A Markdown file, or a folder with chapters. */
  readonly path: string
  /** The port to begin with; 0 for any that is free. */
  readonly port: number
  /** The template of a link into an editor, checked. */
  readonly editor: string
  readonly theme?: string
  readonly style?: string
  readonly browser?: string
  /** When it aborts, the browser is killed before the abort returns. */
  readonly signal?: AbortSignal
  readonly say: (line: string) => void
}

export type Preview = {
  /** The address of the page, with the token of this start. */
  readonly address: string
  /** The browser that prints, for whoever measures it. */
  readonly browserProcess: () => Promise<number | undefined>
  /** Settles when nothing is left to be built. */
  readonly settled: () => Promise<void>
  /** End everything: the server, the watching, the browser. */
  readonly close: () => Promise<void>
}

const quietMs = 8
const patienceMs = 1_000
const pollMs = 1_000

/** Start the preview. Throws UsageError where there is no manuscript, EnvironmentError where no port is free. */
export async function preview(options: PreviewOptions): Promise<Preview> {
  const {path, say, editor, theme, style} = options
  const {root, isFolder, files} = await locate(path, realDisk)
  const warm = keepWarm(() => launch({...(options.signal && {signal: options.signal}), ...(options.browser !== undefined && {executable: options.browser})}), () => say('The browser ended; another one is started.'))
  const audience = gather(() => {
    if (needsWhole() && show.isAmended()) turns.change()
    else void refresh()
  })
  const needsWhole = () => audience.isViewed('sheets') || audience.isViewed('reader')
  const show = createShow(audience, {folder: root, template: editor}, {browser: warm, drawings: keptDrawings(thisMachine())})
  let refreshing = Promise.resolve()
  const refresh = () => refreshing = refreshing.then(show.refresh).catch((error: unknown) => show.failed(error))
  const source = {path: isFolder ? root : resolve(root, files[0] ?? ''), ...(theme !== undefined && {theme}), ...(style !== undefined && {style})}
  const workshop = {
    disk: realDisk, memory: rememberReading(), composeFile: rememberComposing(), loadTheme: rememberTheme(), standing: keepStanding(),
    browser: warm.get, visible: audience.visible, onLook: show.look, last: {base: undefined}, needsWhole
  }
  const turns = takeTurns({
    quietMs, patienceMs, nowMs: () => performance.now(),
    build: async turn => {
      show.busy(true)
      try {
        const built = await warm.survive(() => buildPages(source, turn, workshop))
        if (turn.isSuperseded()) return false
        show.built(built)
        void refresh()
      } catch (error) {
        if (error instanceof Superseded || turn.isSuperseded()) return false
        show.failed(error)
      } finally {
        show.busy(false)
      }
      return true
    }
  })
  const site = {routes: new Map([...await fileRoutes(), ...show.routes, moving(audience.move)]), listen: (query: URLSearchParams, response: Parameters<typeof audience.join>[1]) => audience.join(query.get('client') ?? '', response)}
  const served = await serve(site, randomBytes(18).toString('base64url'), {port: options.port, onTaken: port => say(`Port ${port} is in use; the next one is tried.`)})
  const besides = [...(style === undefined ? [] : [{path: resolve(style), isFolder: false}]), ...(theme !== undefined && isThemeFolder(theme) ? [{path: resolve(theme), isFolder: true}] : [])]
  const unwatch = watchFolders([{path: root, isFolder: true}, ...besides], {pollMs, onChange: turns.change})
  turns.change()
  return {
    address: served.address,
    browserProcess: async () => (await warm.get()).processId,
    settled: async () => {
      await turns.settled()
      await refreshing
    },
    close: async () => {
      unwatch()
      audience.close()
      await Promise.all([served.close(), warm.close(), turns.stop()])
      await warm.close()
    }
  }
}

async function fileRoutes(): Promise<readonly (readonly [string, Route])[]> {
  const files = await pageFiles()
  const routes = [...files].map(([name, file]) => [`GET ${name}`, () => file] as const)
  return [...routes, ['GET ', () => files.get('index.html')]]
}

const nothing: Resource = {mediaType: 'text/plain', bytes: new Uint8Array()}

function moving(move: (text: string) => boolean): readonly [string, Route] {
  return ['POST place', (_, body) => move(body) ? nothing : undefined]
}
