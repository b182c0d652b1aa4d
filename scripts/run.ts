/** A run of the program in this process, from its arguments to its exit code. */
import {main} from './main.ts'

export async function run(): Promise<void> {
  // A reader that has seen enough (`| head`) closes the pipe: no reason to fail.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3))
  process.exitCode = await main(process.argv.slice(2))
}
