import {expect, test} from 'vitest'
import type {Turn} from '../../scripts/preview/turns.ts'
import {takeTurns} from '../../scripts/preview/turns.ts'

const tick = (ms = 5) => new Promise(resolve => setTimeout(resolve, ms))

/** Builds that take as long as the test wants. */
function workshop(patienceMs = 1_000) {
  const begun: {turn: Turn; end: (hasShown: boolean) => void}[] = []
  let now = 0
  const turns = takeTurns({
    build: turn => new Promise<boolean>(end => begun.push({turn, end})),
    quietMs: 0, patienceMs, nowMs: () => now
  })
  return {turns, begun, wait: (ms: number) => { now += ms }}
}

test('a hundred changes before a build are one build', async () => {
  const {turns, begun} = workshop()
  for (let index = 0; index < 100; index++) turns.change()
  await tick()
  expect(begun).toHaveLength(1)
  begun[0]?.end(true)
  await turns.settled()
  expect(begun).toHaveLength(1)
})

test('a change during a build takes its place, and is built after it', async () => {
  const {turns, begun} = workshop()
  turns.change()
  await tick()
  expect(begun[0]?.turn.isDisturbed()).toBe(false)
  turns.change()
  turns.change()
  expect(begun[0]?.turn.isDisturbed()).toBe(true)
  expect(begun[0]?.turn.isSuperseded()).toBe(true)
  begun[0]?.end(false)
  await tick()
  expect(begun).toHaveLength(2)
  expect(begun[1]?.turn.isSuperseded()).toBe(false)
  begun[1]?.end(true)
  await turns.settled()
})

test('somebody who never stops saving sees something all the same', async () => {
  const {turns, begun, wait} = workshop(1_000)
  turns.change()
  await tick()
  turns.change()
  begun[0]?.end(false)
  await tick()
  wait(1_001)
  turns.change()
  expect(begun[1]?.turn.isDisturbed()).toBe(true)
  expect(begun[1]?.turn.isSuperseded()).toBe(false)
  begun[1]?.end(true)
  await tick()
  begun[2]?.end(true)
  await turns.settled()
})

test('after the end nothing is built', async () => {
  const {turns, begun} = workshop()
  turns.change()
  await tick()
  const stopped = turns.stop()
  expect(begun[0]?.turn.isSuperseded()).toBe(true)
  begun[0]?.end(false)
  await stopped
  turns.change()
  await tick()
  expect(begun).toHaveLength(1)
})
