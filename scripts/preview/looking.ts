/** The look at a few pages that comes before all of them: shown, and heard of once it is drawn. */
import type {Resource} from '../types.ts'
import type {Look} from './build-pages.ts'
import type {Route} from './server.ts'

export type Looking = {
  /** A build begins, which has no look yet. */
  readonly begin: () => void
  /** Tell of a look; settles when it is drawn, or late: what comes after it would take the processor from the drawing. */
  readonly show: (look: Look) => Promise<void>
  /** Where the pages of the last look are had by its number, from 1, and where whoever has drawn them says so. */
  readonly routes: readonly (readonly [string, Route])[]
  /** The number of the look of the build that is under way. */
  readonly ofBuild: () => number | undefined
}

/** Two pages are drawn in a fifth of it, where the machine has nothing else to do. */
const drawingMs = 150

const nothing: Resource = {mediaType: 'text/plain', bytes: new Uint8Array()}

/** `tell` sends the news of a look. */
export function createLooking(tell: (number: number, look: Look) => void): Looking {
  let count = 0
  let pdf: Uint8Array | undefined
  let own: number | undefined
  let drawn: () => void = () => undefined
  return {
    begin: () => own = undefined,
    show: look => {
      own = ++count
      pdf = look.pdf
      tell(count, look)
      return new Promise(resolve => {
        const timer = setTimeout(resolve, drawingMs)
        drawn = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    },
    routes: [
      ['GET look.pdf', query => pdf && query.get('v') === String(count) ? {mediaType: 'application/pdf', bytes: pdf} : undefined],
      ['POST looked', (_, number) => {
        if (number === String(count)) drawn()
        return nothing
      }]
    ],
    ofBuild: () => own
  }
}
