/** Serves a page from memory: what it may load, and nothing else. */
import type {CDPSession} from 'puppeteer-core/lib/puppeteer/puppeteer-core-browser.js'
import type {Resource} from '../types.ts'

/** The page's own origin. The top-level domain `invalid` stands for no host, in any network. */
export const origin = 'https://pamphlet.invalid/'

/** A page as it is served: its HTML, and the files that it may load by their path under the origin. */
export type Site = {readonly html: string; readonly resources: ReadonlyMap<string, Resource>}

/** A request as the browser makes it; `isDocument` where it would become a page or a frame. */
export type Request = {readonly url: string; readonly isDocument: boolean}

/**
 * `sandbox` without `allow-scripts` switches off scripts, timers, events, refreshes, pop-ups and forms; what we
 * evaluate from outside runs all the same. The other directives say what the page's styles may load.
 */
export const policy = [
  'default-src \'none\'',
  'script-src \'none\'',
  'style-src \'self\' \'unsafe-inline\'',
  'img-src \'self\' data:',
  'font-src \'self\' data:',
  'base-uri \'none\'',
  'form-action \'none\'',
  'sandbox allow-same-origin'
].join('; ')

/** Find what answers a request: the page itself, once, or one of its files; undefined where nothing may. */
export function answer({url, isDocument}: Request, site: Site, isFirst: boolean): Resource | undefined {
  if (isDocument) {
    return isFirst && url === origin ? {mediaType: 'text/html; charset=utf-8', bytes: new TextEncoder().encode(site.html)} : undefined
  }
  const path = pathOf(url)
  return path === undefined ? undefined : site.resources.get(path)
}

/** Give the path of an address under the origin, decoded; undefined where it is elsewhere or cannot be decoded. */
function pathOf(url: string): string | undefined {
  if (!url.startsWith(origin)) return undefined
  try {
    return decodeURIComponent(new URL(url).pathname.slice(1))
  } catch {
    return undefined
  }
}

/** Tells of what was refused: an address, or the directive of the policy where there is none. */
export type Refuse = (what: string) => void

/**
 * Serve one site to a tab until the next is served; gives the function that stops. Every request is answered, so that
 * none waits. An answer to a tab that has gone is nobody's loss.
 */
export async function serve(client: CDPSession, site: Site, refuse: Refuse): Promise<() => void> {
  let isFirst = true
  const onRequest = ({requestId, request, resourceType}: {requestId: string; request: {url: string}; resourceType: string}) => {
    const isDocument = resourceType === 'Document'
    const found = answer({url: request.url, isDocument}, site, isFirst)
    if (isDocument) isFirst = false
    if (found === undefined && !isIcon(request.url)) refuse(request.url)
    respond(client, requestId, found).catch(() => undefined)
  }
  const onIssue = ({issue}: {issue: {details: {contentSecurityPolicyIssueDetails?: Violation}}}) => {
    const violation = issue.details.contentSecurityPolicyIssueDetails
    if (violation !== undefined) refuse(addressOf(violation))
  }
  client.on('Fetch.requestPaused', onRequest)
  client.on('Audits.issueAdded', onIssue)
  await Promise.all([client.send('Fetch.enable', {patterns: [{urlPattern: '*'}]}), client.send('Audits.enable')])
  return () => {
    client.off('Fetch.requestPaused', onRequest)
    client.off('Audits.issueAdded', onIssue)
  }
}

type Violation = {readonly blockedURL?: string; readonly violatedDirective: string}

/** What comes without an address, such as a frame of data, is named by the directive. */
function addressOf({blockedURL = '', violatedDirective}: Violation): string {
  return blockedURL === '' ? violatedDirective : blockedURL
}

/** Some browsers ask for the icon of the page's tab by themselves. */
function isIcon(url: string): boolean {
  return url === `${origin}favicon.ico`
}

/** `no-store` keeps a file out of the browser's memory, where a later page would find it under the same name. */
async function respond(client: CDPSession, requestId: string, found: Resource | undefined): Promise<void> {
  if (found === undefined) {
    await client.send('Fetch.failRequest', {requestId, errorReason: 'Aborted'})
    return
  }
  await client.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: [
      {name: 'Content-Type', value: found.mediaType},
      {name: 'Content-Security-Policy', value: policy},
      {name: 'X-Content-Type-Options', value: 'nosniff'},
      {name: 'X-DNS-Prefetch-Control', value: 'off'},
      {name: 'Cache-Control', value: 'no-store'}
    ],
    body: Buffer.from(found.bytes).toString('base64')
  })
}
