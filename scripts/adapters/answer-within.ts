/** Work that always ends: it is done in a thread of its own, which is stopped when its time is up or its memory is gone. */
import {startThread} from './thread.ts'

/** `memoryMb`: what its objects may take. */
export type Bounds = {readonly limitMs: number; readonly memoryMb: number}

/**
 * Start a module as a thread with its data, which it finds as `workerData`, and give the first message that it posts;
 * undefined where it took too long or too much. Rejects with what the thread throws.
 */
export async function answerWithin<Answer>(module: URL, data: object, {limitMs, memoryMb}: Bounds): Promise<Answer | undefined> {
  const thread = startThread(module, {workerData: data, resourceLimits: {maxOldGenerationSizeMb: memoryMb}})
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<Answer | undefined>((resolve, reject) => {
      timer = setTimeout(() => resolve(undefined), limitMs)
      thread.once('message', (answer: Answer) => resolve(answer))
      thread.once('error', (error: Error) => isMemory(error) ? resolve(undefined) : reject(error))
    })
  } finally {
    clearTimeout(timer)
    await thread.terminate()
  }
}

function isMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
