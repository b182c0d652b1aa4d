/** The thread of `reportWithin`: it checks the PDF that it was given, and answers once. */
import {parentPort, workerData} from 'node:worker_threads'
import {isPurpose} from '../checks/preflight/purpose.ts'
import {reportHere, type ForeignPdf} from './foreign-pdf.ts'

const data: unknown = workerData
if (isForeign(data)) parentPort?.postMessage(await reportHere(data))

function isForeign(file: unknown): file is ForeignPdf {
  return typeof file === 'object' && file !== null && 'name' in file && typeof file.name === 'string' && 'bytes' in file && file.bytes instanceof Uint8Array && (!('purpose' in file) || isPurpose(file.purpose))
}
