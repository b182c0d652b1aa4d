/** The thread of `parseBounded`: it parses the text that it was given and answers once. */
import {parentPort, workerData} from 'node:worker_threads'
import {parseHere} from './parse-here.ts'

const data: unknown = workerData
if (typeof data === 'object' && data !== null && 'text' in data && typeof data.text === 'string') parentPort?.postMessage(await parseHere(data.text, 'math' in data && data.math === true))
