import type {Server} from 'node:net'
import {createServer} from 'node:net'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {browserHere} from './browser-here.ts'

const size = {widthPx: 480, heightPx: 640}
const started = await browserHere()

describe.skipIf(started === undefined)('a hostile page', () => {
  let browser: Browser
  let server: Server
  let connections = 0
  let at = ''

  beforeAll(async () => {
    if (started !== undefined) browser = started.browser
    server = createServer(socket => {
      connections++
      // A peer that hangs up first is no error of the test's, which would else end the whole run.
      socket.on('error', () => undefined)
      socket.resume()
      socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nhi')
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    at = typeof address === 'object' && address !== null ? `127.0.0.1:${address.port}` : ''
  })

  afterAll(async () => {
    await started?.here.end()
    server.close()
  })

  it('has a server that would hear it', async () => {
    await fetch(`http://${at}/`)
    expect(connections).toBe(1)
    connections = 0
  })

  const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">${inside}</svg>`

  // `AT` stands for the server's address.
  const attempts: readonly (readonly [name: string, body: string, drawing?: string])[] = [
    ['an image', '<img src="http://AT/">'],
    ['an image of many sizes', '<img srcset="http://AT/ 1x, https://AT/ 2x"><picture><source srcset="//AT/"><img></picture>'],
    ['an image of the file system', '<img src="file:///etc/passwd">'],
    ['a style sheet', '<link rel="stylesheet" href="http://AT/">'],
    ['a style sheet that imports', '<style>@import "http://AT/";</style>'],
    ['a style that draws', '<p style="background: url(http://AT/)">a</p><style>p::before {content: url(http://AT/2)}</style>'],
    ['a style of a page\'s margin', '<style>@page {@top-left {content: url(http://AT/)} background: url(http://AT/)}</style>'],
    ['a font', '<style>@font-face {font-family: F; src: url(http://AT/)} p {font-family: F}</style><p>a'],
    ['a script', '<script src="http://AT/"></script><script>document.title = "ran"</script><script type="module">document.title = "ran"</script>'],
    ['a handler', '<img src="x" onerror="document.title = \'ran\'"><svg onload="document.title = \'ran\'"></svg>'],
    ['a script that fetches', '<script>fetch("http://AT/"); new WebSocket("ws://AT/"); navigator.sendBeacon("http://AT/")</script>'],
    ['a frame', '<iframe src="http://AT/"></iframe><iframe srcdoc="<img src=http://AT/>"></iframe>'],
    ['a frame of the file system', '<iframe src="file:///etc/passwd"></iframe>'],
    ['a frame of itself', '<iframe src="/"></iframe>'],
    ['an object', '<object data="http://AT/"></object><embed src="http://AT/">'],
    ['a refresh', '<meta http-equiv="refresh" content="0; url=http://AT/">'],
    ['a refresh to nothing', '<meta http-equiv="refresh" content="0; url=about:blank">'],
    ['a refresh to itself', '<meta http-equiv="refresh" content="0">'],
    ['a base', '<base href="http://AT/"><img src="a.png">'],
    ['hints', '<link rel="preconnect" href="http://AT"><link rel="dns-prefetch" href="http://AT"><link rel="prefetch" href="http://AT/">'
      + '<link rel="preload" as="image" href="http://AT/"><link rel="modulepreload" href="http://AT/"><link rel="prerender" href="http://AT/">'],
    ['rules of speculation', '<script type="speculationrules">{"prefetch": [{"source": "list", "urls": ["http://AT/"]}]}</script>'],
    ['a film and a sound', '<video src="http://AT/" poster="http://AT/p" autoplay></video><audio src="http://AT/" autoplay></audio>'],
    ['a manifest and an icon', '<link rel="manifest" href="http://AT/"><link rel="icon" href="http://AT/">'],
    ['a form', '<form action="http://AT/"><input name="a" autofocus></form>'],
    ['a drawing inside', svg('<image href="http://AT/"/><use href="http://AT/#a"/><script>document.title = "ran"</script>')],
    ['a drawing with a foreign part', svg('<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="http://AT/"></iframe></foreignObject>')],
    ['a drawing as image', '<img src="a.svg">',
      svg('<image href="http://AT/"/><script>fetch("http://AT/")</script><style>@import "http://AT/";</style>')],
    ['a drawing as frame', '<object data="a.svg"></object><embed src="a.svg"><iframe src="a.svg"></iframe>', svg('<script>fetch("http://AT/")</script>')],
    ['a drawing as data', `<img src='data:image/svg+xml,${encodeURIComponent(svg('<image href="http://AT/"/>'))}'>`],
    ['a style sheet as data', '<link rel="stylesheet" href="data:text/css,@import%20%22http://AT/%22">'],
    ['data as frame', '<iframe src="data:text/html,<img src=http://AT/>"></iframe>']
  ]

  it.each(attempts.map(([name, body, drawing = '']) => [name, body, drawing] as const))('gets nothing and loses nothing with %s', async (_, body, drawing) => {
    const fill = (text: string) => text.replaceAll('AT', at)
    const bytes = Buffer.from(fill(drawing))
    const html = `<!doctype html><html lang="en"><title>as it was</title><body>${fill(body)}<p id="last">last`
    const page = await browser.open({html, resources: new Map([['a.svg', {mediaType: 'image/svg+xml', bytes}]])}, size)
    // A refresh at 0 seconds would come now.
    await new Promise(resolve => setTimeout(resolve, 30))
    const pdf = await page.print({...size, tagged: false, outline: false})
    expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-')
    const state = await page.evaluate(() => ({title: document.title, url: location.href, last: document.getElementById('last')?.textContent}))
    expect(state).toEqual({title: 'as it was', url: 'https://pamphlet.invalid/', last: 'last'})
    expect(connections).toBe(0)
    await page.close()
  })

  it('is told on, by address', async () => {
    const html = `<!doctype html><title>T</title><img src="http://${at}/a"><img src="b.png"><iframe src="data:text/html,c"></iframe>`
    const page = await browser.open({html, resources: new Map()}, size)
    expect(page.blocked()).toEqual(['frame-src', `http://${at}/a`, 'https://pamphlet.invalid/b.png'])
    await page.close()
  })
})
