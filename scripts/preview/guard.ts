/** Who may ask: the page that this start of the preview has made, and nobody else on this machine or on the web. */
import {createHash, timingSafeEqual} from 'node:crypto'
import type {IncomingHttpHeaders} from 'node:http'

/** A request, as far as it decides whether it is answered. */
export type Asked = {readonly method: string; readonly url: string; readonly headers: IncomingHttpHeaders}

/** `host`: what the server is called, with its port: `127.0.0.1:4747`. */
export type Door = {readonly host: string; readonly token: string}

/** The route that a request may have, with its query; or the status that refuses it. */
export type Verdict = {readonly route: string; readonly query: URLSearchParams} | {readonly refused: 403 | 404 | 405}

/**
 * Judge a request. A page of another site that has its name lead to 127.0.0.1 (DNS rebinding) sends its own Host; one
 * that asks across origins is told apart by what the browser adds, and knows no token. The route is a name, never a path:
 * it is looked up in a table as it stands.
 */
export function judge({method, url, headers}: Asked, {host, token}: Door): Verdict {
  if (headers.host !== host) return {refused: 403}
  if (!isOurs(headers, host)) return {refused: 403}
  const match = /^\/([^/?#]+)\/([^?#]*)(?:\?([^#]*))?$/.exec(url)
  if (!match || !isSame(match[1] ?? '', token)) return {refused: 404}
  if (method !== 'GET' && method !== 'POST') return {refused: 405}
  // What changes something must say that it comes from our page.
  if (method === 'POST' && headers.origin !== `http://${host}`) return {refused: 403}
  return {route: `${method} ${match[2] ?? ''}`, query: new URLSearchParams(match[3] ?? '')}
}

/** A link that somebody follows may come from anywhere; what a page loads, frames or sends must come from ours. */
function isOurs(headers: IncomingHttpHeaders, host: string): boolean {
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) return false
  const site = headers['sec-fetch-site']
  const isLink = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  return site === undefined || site === 'same-origin' || site === 'none' || isLink
}

/** Compare in a time that tells nothing about where they differ. */
function isSame(given: string, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(token))
}
