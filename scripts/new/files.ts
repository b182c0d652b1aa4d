/** The files of a new manuscript, from the templates and the answers. */
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {stringify} from 'yaml'
import type {Json} from '../types.ts'
import type {Answers} from './answers.ts'

const templates = fileURLToPath(new URL('../../templates/new/', import.meta.url))

/** Where each template goes. */
const places: Readonly<Record<string, string>> = {'gitignore': '.gitignore', 'release.yml': '.github/workflows/release.yml', 'README.md': 'README.md'}

/** The languages that a sample is written in, each a folder of chapters. */
const samples: ReadonlySet<string> = new Set(['en', 'de', 'es', 'fr', 'it', 'nl', 'pt', 'pt-pt'])

/** The sample for a language (a BCP 47 tag); undefined where none is written in it. */
export function sampleFor(lang: string): string | undefined {
  const tag = lang.toLowerCase()
  return [tag, tag.split('-')[0] ?? ''].find(name => samples.has(name))
}

/** Make the files, by their names below the new folder. `schema`: the JSON Schema of the metadata, for editors. */
export async function newFiles(answers: Answers, version: string, schema: Json): Promise<ReadonlyMap<string, string>> {
  const sample = `text/${sampleFor(answers.lang ?? 'en') ?? 'en'}`
  const chapters = (await readdir(join(templates, sample))).toSorted()
  const all = [...Object.entries(places), ...chapters.map(name => [`${sample}/${name}`, `manuscript/${name}`] as const)]
  const filled = await Promise.all(all.map(async ([name, place]) => [place, fill(await readFile(join(templates, name), 'utf8'), {VERSION: version, TITLE: answers.title ?? ''})] as const))
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
  const {lang = ''} = answers
  const isSampled = lang === '' || sampleFor(lang) !== undefined
  const given = Object.fromEntries(Object.entries(isSampled ? answers : {...answers, lang: 'en'}).filter(([, value]) => value !== ''))
  const later = isSampled ? '' : `# The sample text is English. Once yours stands there, the language is:\n# ${stringify({lang})}`
  return `# yaml-language-server: $schema=../pamphlet.schema.json
${stringify(given, {lineWidth: 0})}${later}# subtitle: A second line
# publisher: Who publishes it
# date: 2024-01-15
# back: {text: Who we are., address: 1 Type Lane, price: 1 €}
`
}
