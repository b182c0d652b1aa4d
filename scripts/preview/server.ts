/** The server on this machine: a table of routes, answered from memory to our own page alone. */
import type {IncomingMessage, Server, ServerResponse} from 'node:http'
import {createServer} from 'node:http'
import {EnvironmentError} from '../types.ts'
import type {Resource} from '../types.ts'
import type {Door} from './guard.ts'
import {judge} from './guard.ts'

/** Gives what a route leads to; undefined where there is nothing (any more). */
export type Route = (query: URLSearchParams, body: string) => Resource | undefined | Promise<Resource | undefined>

export type Site = {
  /** By method and name: `GET state.json`. */
  readonly routes: ReadonlyMap<string, Route>
  /** Take a line for news. */
  readonly listen: (query: URLSearchParams, response: ServerResponse) => boolean
}

export type Served = {readonly address: string; readonly port: number; readonly close: () => Promise<void>}

const address = '127.0.0.1'
const mostPorts = 20
const mostBodyBytes = 4_096

/** The page draws with WebAssembly; the reader's page shows a book, whose parts are blobs, and runs none of its scripts. */
const policies = {
  page: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  reader: "default-src 'none'; script-src 'self'; style-src 'self' blob: 'unsafe-inline'; font-src 'self' blob: data:; img-src blob: data:; media-src blob:; connect-src 'self' blob:; frame-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
}

const headers = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff'
}

/**
 * Serve on the port, or on one of the next twenty where it is taken; `onTaken` hears of each. Throws an EnvironmentError
 * where none is free.
 */
export async function serve(site: Site, token: string, {port, onTaken}: {readonly port: number; readonly onTaken: (port: number) => void}): Promise<Served> {
  for (let tried = port; tried < port + mostPorts && tried < 65_536; tried++) {
    const server = createServer({requestTimeout: 10_000, maxHeaderSize: 16_384})
    if (await listens(server, tried)) {
      const own = portOf(server)
      const door = {host: `${address}:${own}`, token}
      server.on('request', (request, response) => void respond(request, response, site, door))
      return {address: `http://${door.host}/${token}/`, port: own, close: () => shut(server)}
    }
    onTaken(tried)
  }
  throw new EnvironmentError(`Unexpected ports in use from ${port} to ${port + mostPorts - 1}, expected a free one`, 'Give another with `--port`.')
}

/** Try a port; false where it is taken. */
function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else reject(new EnvironmentError(`Unexpected fault of the network (${error.message}), expected a port on ${address}`, 'Give another port with `--port`.', {cause: error}))
    })
    server.listen({host: address, port, exclusive: true}, () => resolve(true))
  })
}

function portOf(server: Server): number {
  const own = server.address()
  if (own === null || typeof own === 'string') throw new Error('Expected the server to have a port')
  return own.port
}

function shut(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise(resolve => server.close(() => resolve()))
}

async function respond(request: IncomingMessage, response: ServerResponse, site: Site, door: Door): Promise<void> {
  try {
    const verdict = judge({method: request.method ?? '', url: request.url ?? '', headers: request.headers}, door)
    if ('refused' in verdict) return void response.writeHead(verdict.refused, headers).end()
    if (verdict.route === 'GET events') {
      openLine(site, verdict.query, response)
      return
    }
    const body = request.method === 'POST' ? await bodyOf(request) : ''
    const found = body === undefined ? undefined : await site.routes.get(verdict.route)?.(verdict.query, body)
    if (!found) return void response.writeHead(404, headers).end()
    if (found.bytes.byteLength === 0) return void response.writeHead(204, headers).end()
    const isReader = verdict.route === 'GET reader.html'
    response.writeHead(200, {...headers, 'Content-Type': found.mediaType, 'Content-Security-Policy': isReader ? policies.reader : policies.page}).end(found.bytes)
  } catch {
    // A fault in one answer must not end the preview.
    response.destroy()
  }
}

function openLine(site: Site, query: URLSearchParams, response: ServerResponse): void {
  if (!site.listen(query, response)) return void response.writeHead(503, headers).end()
  response.writeHead(200, {...headers, 'Content-Type': 'text/event-stream; charset=utf-8'}).write('retry: 500\n\n')
}

/** Read a short body; undefined where it is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let total = 0
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) return undefined
    total += chunk.length
    if (total > mostBodyBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
