import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {createLooking} from '../../scripts/preview/looking.ts'

const look = {pdf: new Uint8Array([1]), pages: [2, 3], count: 8}
const told: number[] = []
const looking = () => createLooking(number => told.push(number))
const ask = ({routes}: ReturnType<typeof looking>, route: string, query = '', body = '') => new Map(routes).get(route)?.(new URLSearchParams(query), body)
const isSettled = async (promise: Promise<void>) => Promise.race([promise.then(() => true), Promise.resolve().then(() => Promise.resolve()).then(() => false)])

beforeEach(() => {
  vi.useFakeTimers()
  told.length = 0
})
afterEach(() => vi.useRealTimers())

test('waits until the look is drawn, by its own number', async () => {
  const own = looking()
  const shown = own.show(look)
  expect(told).toEqual([1])
  void ask(own, 'POST looked', '', '7')
  expect(await isSettled(shown)).toBe(false)
  void ask(own, 'POST looked', '', '1')
  expect(await isSettled(shown)).toBe(true)
})

test('waits for nobody longer than a moment', async () => {
  const shown = looking().show(look)
  await vi.advanceTimersByTimeAsync(140)
  expect(await isSettled(shown)).toBe(false)
  await vi.advanceTimersByTimeAsync(20)
  expect(await isSettled(shown)).toBe(true)
})

test('gives the last look alone, and says whether the build has one', () => {
  const own = looking()
  expect([own.ofBuild(), ask(own, 'GET look.pdf', 'v=0')]).toEqual([undefined, undefined])
  void own.show(look)
  expect([own.ofBuild(), ask(own, 'GET look.pdf', 'v=1'), ask(own, 'GET look.pdf', 'v=2')]).toEqual([1, {mediaType: 'application/pdf', bytes: look.pdf}, undefined])
  own.begin()
  expect(own.ofBuild()).toBeUndefined()
})
