/** The files of a new manuscript, from the templates and the answers. */
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {stringify} from 'yaml'
import type {Json} from '../types.ts'
import type {Answers} from './answers.ts'

const templates = fileURLToPath(new URL('../../templates/new/', import.meta.url))

/** Where each template goes; a chapter goes into the manuscript. */
const places: Readonly<Record<string, string>> = {'gitignore': '.gitignore', 'release.yml': '.github/workflows/release.yml', 'README.md': 'README.md'}

/** Make the files, by their names below the new folder. `schema`: the JSON Schema of the metadata, for editors. */
export async function newFiles(answers: Answers, version: string, schema: Json): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(templates)).toSorted()
  const filled = await Promise.all(names.map(async name => [places[name] ?? `manuscript/${name}`, fill(await readFile(join(templates, name), 'utf8'), {VERSION: version, TITLE: answers.title ?? ''})] as const))
  return new Map([
    ...filled,
    ['manuscript/pamphlet.yaml', metadataOf(answers)],
    ['pamphlet.schema.json', `${JSON.stringify(schema, null, 2)}\n`],
    ['.vscode/settings.json', `${JSON.stringify({'yaml.schemas': {'./pamphlet.schema.json': 'pamphlet.yaml'}}, null, 2)}\n`]
  ])
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/@([A-Z]+)@/g, (mark, name: string) => values[name] ?? mark)
}

/** The metadata, with the line by which editors find the schema, and the keys that one may want next. */
function metadataOf(answers: Answers): string {
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''))
  return `# yaml-language-server: $schema=../pamphlet.schema.json
${stringify(given, {lineWidth: 0})}# subtitle: A second line
# publisher: Who publishes it
# date: 2024-01-15
# back: {text: Who we are., address: 1 Type Lane, price: 1 €}
`
}
