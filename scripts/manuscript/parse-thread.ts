/** The thread of `parseBounded`: it parses the text that it was given and answers once. */
import {parentPort, workerData} from 'node:worker_threads'
import {parseHere} from './parse-here.ts'

if (typeof workerData === 'string') parentPort?.postMessage(parseHere(workerData))
