/**
 * What is in the snapshot: the program, loaded and warm. Where Node starts from it, the program runs as `build.ts` would
 * run it.
 */
import {startupSnapshot} from 'node:v8'
import '../adapters/git.ts'
import {beginThreadsWith} from '../adapters/thread.ts'
import '../pipeline.ts'
import {run} from '../run.ts'
import {warmUp} from './warm-up.ts'

const preload = new URL('../packages/preload.mjs', import.meta.url)

startupSnapshot.setDeserializeMainFunction(() => {
  beginThreadsWith(['--import', preload.href])
  void run()
})

void warmUp(process.argv[2])
