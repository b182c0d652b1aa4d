/** The pages in browsers that look on: what each has in view, and the line that news goes to them by. */
import type {ServerResponse} from 'node:http'
import {z} from 'zod'

const views = ['spreads', 'sheets', 'reader'] as const
export type ViewName = typeof views[number]

/** What a page in a browser has in view; `pages` count from 1. */
export type Place = {readonly view: ViewName; readonly pages: readonly number[]}

const place = z.object({client: z.string().min(1).max(40), view: z.enum(views), pages: z.array(z.int().min(1).max(100_000)).max(2)})

/** More are not listened to: a page that forgets to close its lines must not fill the memory. */
const mostClients = 32

export type Audience = {
  /** Send news to one page from now on, until it goes. False where there are too many. */
  readonly join: (client: string, response: ServerResponse) => boolean
  /** Take down what a page has in view. False where the text does not say it. */
  readonly move: (text: string) => boolean
  readonly tell: (name: string, data: unknown) => void
  /** The pages in view of anyone, in order; at most four spreads. */
  readonly visible: () => readonly number[]
  readonly isViewed: (view: ViewName) => boolean
  readonly close: () => void
}

/** `onMove` is called when somebody looks at something else. */
export function gather(onMove: () => void): Audience {
  const lines = new Map<string, ServerResponse>()
  const places = new Map<string, Place>()
  const present = () => [...places].filter(([client]) => lines.has(client)).map(([, where]) => where)
  return {
    join: (client, response) => {
      if (lines.size >= mostClients) return false
      lines.get(client)?.end()
      lines.set(client, response)
      response.on('close', () => {
        if (lines.get(client) !== response) return
        lines.delete(client)
        places.delete(client)
      })
      return true
    },
    move: text => {
      const found = place.safeParse(parsed(text))
      if (!found.success) return false
      const {client, view, pages} = found.data
      if (places.size < mostClients || places.has(client)) places.set(client, {view, pages})
      onMove()
      return true
    },
    tell: (name, data) => {
      for (const response of lines.values()) response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
    },
    visible: () => [...new Set(present().filter(({view}) => view === 'spreads').slice(0, 4).flatMap(({pages}) => pages))].toSorted((a, b) => a - b),
    isViewed: view => present().some(where => where.view === view),
    close: () => {
      for (const response of lines.values()) response.end()
      lines.clear()
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
