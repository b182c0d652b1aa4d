/** The command `schema`: what the metadata may hold, for editors or for readers. */
import type {Given} from '../command-line.ts'
import type {Surroundings} from '../commands.ts'
import {referenceText} from '../schema/reference.ts'
import {jsonSchema} from '../schema/schema.ts'

/** Print. Gives the exit code. */
export function run({options}: Given, {report}: Surroundings): number {
  report.print(options.has('markdown') ? referenceText() : `${JSON.stringify(jsonSchema(), null, 2)}\n`)
  return 0
}
