import fc from 'fast-check'
import {mkdirSync, writeFileSync, rmSync} from 'node:fs'
import {drafts, write} from './typeset/in-page/pages/manuscripts.ts'
const [seed, path, out] = process.argv.slice(2)
const [d] = fc.sample(drafts, {seed: Number(seed), path: path!, numRuns: 1})
rmSync(out!, {recursive: true, force: true}); mkdirSync(out!, {recursive: true})
for (const [f, t] of Object.entries(write(d!).files)) writeFileSync(out + '/' + f, t)
