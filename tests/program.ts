/** How tests start the program in a process of its own: as npm's scripts do. */
import {fileURLToPath, pathToFileURL} from 'node:url'

/** Arguments of Node, to be followed by those of the program. */
export const program: readonly string[] = ['--import', pathToFileURL('scripts/packages/preload.mjs').href, fileURLToPath(pathToFileURL('scripts/build.ts'))]
