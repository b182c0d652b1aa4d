import {readdirSync, readFileSync} from 'node:fs'
import {join, relative, resolve} from 'node:path'
import {expect, test} from 'vitest'
import {sharedSources} from '../../../scripts/typeset/in-page/bundle.ts'

const here = 'scripts/typeset/in-page'
const files = readdirSync(here, {recursive: true, encoding: 'utf8'}).filter(file => file.endsWith('.ts') && file !== 'bundle.ts')

/** What a module takes from beside its room, types apart: these are gone when it runs. */
function foreign(file: string): readonly string[] {
  const imports = [...readFileSync(join(here, file), 'utf8').matchAll(/^(?:import|export) (?!type\b)[^']*from '(\.[^']+)'/gm)]
  return imports.map(([, path = '']) => relative('scripts', resolve(here, file, '..', path)).replaceAll('\\', '/')).filter(path => !path.startsWith('typeset/in-page/'))
}

test('what runs in the page takes nothing from elsewhere but what goes with it into bundles and packages', () => {
  expect(files.length).toBeGreaterThan(50)
  expect(files.flatMap(foreign).filter(path => !sharedSources.includes(path))).toEqual([])
  expect(sharedSources.filter(path => !files.some(file => foreign(file).includes(path)))).toEqual([])
})
