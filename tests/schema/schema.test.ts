import {readFileSync} from 'node:fs'
import {Ajv2020} from 'ajv/dist/2020.js'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {knownKeys} from '../../scripts/manuscript/metadata-schema.ts'
import {readMetadata} from '../../scripts/manuscript/metadata.ts'
import {pageNames} from '../../scripts/manuscript/page-sizes.ts'
import {descriptions} from '../../scripts/schema/descriptions.ts'
import {referenceText} from '../../scripts/schema/reference.ts'
import {jsonSchema} from '../../scripts/schema/schema.ts'

const check = new Ajv2020({strict: false, allowUnionTypes: true}).compile(jsonSchema())
/** What an editor says of YAML, and what the program says. */
const editorTakes = (yaml: string) => check(parse(yaml) ?? null)
const programTakes = (yaml: string) => readMetadata({file: 'pamphlet.yaml', text: yaml, firstLine: 1}).messages.every(({severity}) => severity !== 'error')

test('every key has its place in the JSON Schema, with a description', () => {
  const {properties} = jsonSchema()
  expect(Object.keys(properties as object).toSorted()).toEqual(knownKeys(undefined).toSorted())
  for (const [key, {description, markdownDescription}] of Object.entries(properties as Record<string, {description: string; markdownDescription: string}>)) {
    expect(description, key).toMatch(/^[A-Z].*\.$/)
    expect(markdownDescription, key).toContain(`\`\`\`yaml\n${key}: `)
  }
})

test('every key inside a key is described', () => {
  for (const [key, {keys = {}}] of Object.entries(descriptions)) {
    expect(Object.keys(keys).toSorted(), key).toEqual(knownKeys(key).toSorted())
    for (const text of Object.values(keys)) expect(text).toMatch(/^[A-Z].*[.…]$/)
  }
})

test.each(Object.entries(descriptions).map(([key, {example}]) => [key, example]))('the example of %s holds to both schemas: %s', (_, example) => {
  expect(editorTakes(example)).toBe(true)
  expect(programTakes(example)).toBe(true)
})

test('the project’s own metadata holds', () => {
  expect(editorTakes(readFileSync('manuscript/pamphlet.yaml', 'utf8'))).toBe(true)
})

describe('both schemas agree that', () => {
  const good = [
    '', 'title: 2024', 'date: 2024', 'date: 2024-02', 'author: Ada', 'author: [Ada, {name: Bo, role: editor}]', 'author: {name: Ada}', 'subject: a', 'subject: [a, b]',
    'series: {name: A, number: 3}', 'page: A5', 'page: 5.5in x 8.5in', 'page: 120 x 190mm', 'lang: EN-us', 'frontmatter: none', 'subtitle:', 'frontmatter:', 'back:', 'epub: {fonts: true}', 'cover: {image: a.png, alt: ""}'
  ]
  test.each(good)('%j is right', yaml => {
    expect([editorTakes(yaml), programTakes(yaml)]).toEqual([true, true])
  })

  const bad = [
    'titel: A', 'title: [A]', 'title:', 'date: yesterday', 'date: 2024-13', 'date: 2024-1-2', 'author: {sort: Ada}', 'author: {name: A, age: 3}', 'subject: {a: b}', 'series: A', 'series: {number: 3}',
    'page: a5 landscape', 'page: 5.5in by 8.5in', 'lang: en_GB', 'frontmatter: some', 'openings: 3', 'epub: {fonts: maybe}', 'epub: true', 'slug: A B', 'theme: ../x', 'cover: a.png', 'back: {text: {a: b}}', '- a'
  ]
  test.each(bad)('%j is wrong', yaml => {
    expect([editorTakes(yaml), programTakes(yaml)]).toEqual([false, false])
  })
})

test('what the program takes, the editor takes', () => {
  const words = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 .-]{0,20}$/)
  const value = fc.oneof(words, fc.constantFrom(...pageNames, 'auto', 'full', 'run-on', 'en-GB', '2024-01-15', 'a.png', 'https://example.org/', '120mm x 190mm'), fc.boolean(), fc.integer({min: 0, max: 3000}))
  const inner = fc.dictionary(fc.constantFrom('name', 'sort', 'role', 'number', 'text', 'by', 'image', 'alt', 'link', 'price', 'address', 'fonts'), value, {maxKeys: 2})
  const metadata = fc.dictionary(fc.constantFrom(...knownKeys(undefined)), fc.oneof(value, inner, fc.array(fc.oneof(value, inner), {maxLength: 3})), {maxKeys: 2})
  let taken = 0
  fc.assert(fc.property(metadata, held => {
    const yaml = JSON.stringify(held)
    if (!programTakes(yaml)) return
    taken++
    expect(check(JSON.parse(yaml)), yaml).toBe(true)
  }), {numRuns: 3000})
  expect(taken).toBeGreaterThan(200)
})

test('the handbook’s reference is what the schema says', async () => {
  await expect(referenceText()).toMatchFileSnapshot('../../docs/03-metadata.md')
})
