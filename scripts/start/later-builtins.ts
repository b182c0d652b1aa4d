/**
 * Node's own modules for a snapshot. Most of them cannot be in one: what they hold of the system would be the system's of
 * the day when the snapshot was made, and threads would come upon it and die. They are asked for when they are used.
 */
import {builtinModules} from 'node:module'
import type {Plugin} from 'esbuild'

/** Those that Node's own snapshot holds, or that hold nothing of the system. */
const inSnapshot = new Set(['buffer', 'diagnostics_channel', 'events', 'fs', 'path', 'process', 'stream', 'string_decoder', 'url', 'util', 'util/types', 'v8'])

export const laterBuiltins: Plugin = {
  name: 'later-builtins',
  setup: bundler => {
    bundler.onResolve({filter: /^(?:node:)?[\w/]+$/}, ({path}) => {
      const name = path.replace(/^node:/, '')
      return builtinModules.includes(name) && !inSnapshot.has(name) ? {path: name, namespace: 'later'} : undefined
    })
    bundler.onLoad({filter: /.*/, namespace: 'later'}, async ({path}) => ({contents: standIn(`node:${path}`, await import(`node:${path}`))}))
  }
}

/** A module with the names of another, which it asks for whatever is called by them. */
function standIn(name: string, exported: unknown): string {
  const named = Object.entries(typeof exported === 'object' && exported !== null ? exported : {}).filter(([key]) => /^[a-z_$][\w$]*$/i.test(key) && key !== 'default')
  return [
    `const real = () => process.getBuiltinModule('${name}')`,
    "const reach = (there, key) => typeof there[key] === 'function' ? there[key].bind(there) : there[key]",
    ...named.map(([key, value]: readonly [string, unknown]) => `export ${stand(key, value)}`),
    'export default new Proxy(function () {}, {get: (_, key) => reach(real(), key), apply: (_, self, given) => real()(...given)})'
  ].join('\n')
}

function stand(key: string, value: unknown): string {
  if (typeof value === 'function') return `function ${key}(...given) {return new.target ? Reflect.construct(real().${key}, given) : real().${key}(...given)}`
  if (typeof value === 'object' && value !== null) return `const ${key} = new Proxy({}, {get: (_, name) => reach(real().${key}, name)})`
  return `const ${key} = ${typeof value === 'bigint' ? `${value}n` : value === undefined ? 'undefined' : JSON.stringify(value)}`
}
