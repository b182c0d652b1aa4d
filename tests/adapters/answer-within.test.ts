import {expect, test} from 'vitest'
import {answerWithin} from '../../scripts/adapters/answer-within.ts'

const thread = (script: string) => new URL(`data:text/javascript,${encodeURIComponent(`import {parentPort, workerData} from 'node:worker_threads'\n${script}`)}`)
const bounds = {limitMs: 20_000, memoryMb: 64}

test('gives what the thread answers of its data', async () => {
  expect(await answerWithin<number>(thread('parentPort.postMessage(workerData.number * 2)'), {number: 21}, bounds)).toBe(42)
})

test('is undefined where the time is up, and stops the thread', async () => {
  expect(await answerWithin(thread('for (;;) {}'), {}, {...bounds, limitMs: 200})).toBeUndefined()
})

test('rejects with what the thread throws', async () => {
  await expect(answerWithin(thread("throw new Error('no good')"), {}, bounds)).rejects.toThrow('no good')
})
