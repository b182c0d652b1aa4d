import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Asked} from '../../scripts/preview/guard.ts'
import {judge} from '../../scripts/preview/guard.ts'

const door = {host: '127.0.0.1:4747', token: 'secret'}
const ask = (url: string, headers: Asked['headers'] = {}, method = 'GET') => judge({method, url, headers: {host: door.host, ...headers}}, door)

test('our page gets its route by name, with the query apart', () => {
  expect(ask('/secret/pages.pdf?v=3')).toMatchObject({route: 'GET pages.pdf'})
  expect(ask('/secret/')).toMatchObject({route: 'GET '})
  expect(ask('/secret/place', {origin: 'http://127.0.0.1:4747', 'sec-fetch-site': 'same-origin'}, 'POST')).toMatchObject({route: 'POST place'})
})

test.each([
  ['another name that leads here (DNS rebinding)', '/secret/', {host: 'evil.example:4747'}, 403],
  ['the name localhost, which may lead elsewhere', '/secret/', {host: 'localhost:4747'}, 403],
  ['another port', '/secret/', {host: '127.0.0.1:80'}, 403],
  ['a page of another origin', '/secret/state.json', {origin: 'https://evil.example'}, 403],
  ['a page without an origin', '/secret/state.json', {origin: 'null'}, 403],
  ['a picture or script in another site', '/secret/pages.pdf', {'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image'}, 403],
  ['another port of this machine', '/secret/pages.pdf', {'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script'}, 403],
  ['a frame in another site', '/secret/', {'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe'}, 403],
  ['no token', '/', {}, 404],
  ['a wrong token', '/secreT/', {}, 404],
  ['a longer token', '/secrets/', {}, 404],
  ['a path through the token', '/x/../secret/', {}, 404]
] as const)('%s is refused', (_, url, headers, refused) => {
  expect(ask(url, headers)).toEqual({refused})
})

test('a link that somebody follows leads in', () => {
  expect(ask('/secret/', {'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document'})).toMatchObject({route: 'GET '})
})

test('what changes something must come from our page, and no other method is known', () => {
  expect(ask('/secret/place', {}, 'POST')).toEqual({refused: 403})
  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'HEAD']) expect(ask('/secret/', {}, method)).toEqual({refused: 405})
})

test('no address gets in without the token', () => {
  fc.assert(fc.property(fc.webPath(), path => {
    fc.pre(!path.startsWith('/secret/'))
    expect(ask(path === '' ? '/' : path)).toEqual({refused: 404})
  }))
})
