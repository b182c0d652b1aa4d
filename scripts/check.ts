/** The check script: arguments in, an exit code out. */
import {enableCompileCache} from 'node:module'
import {fileURLToPath} from 'node:url'

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)))
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3))

const {checkMain} = await import('./check-main.ts')
process.exitCode = await checkMain(process.argv.slice(2))
