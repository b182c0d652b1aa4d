#!/usr/bin/env node
/** The build script: arguments in, an exit code out. */
import {enableCompileCache} from 'node:module'
import {fileURLToPath} from 'node:url'

// Compiled code is kept for the next run, which halves the time to start; so everything else is loaded after this.
// It lies with the packages: in the shared temporary folder another user could put code in its place.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)))

const {run} = await import('./run.ts')
await run()
