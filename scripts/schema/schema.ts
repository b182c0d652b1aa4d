/** The JSON Schema of the metadata, made from the schema that checks it, so that editors complete and check alike. */
import {z} from 'zod'
import {metadataSchema} from '../manuscript/metadata-schema.ts'
import {pageNames} from '../manuscript/page-sizes.ts'
import type {Json} from '../types.ts'
import {descriptions} from './descriptions.ts'
import type {Description} from './descriptions.ts'

type Schema = Readonly<Record<string, Json>>

/** Forms that the program reads with a function, and a pattern can tell as far as an editor needs it. */
const forms: Readonly<Record<string, Schema>> = {
  date: {pattern: '^\\s*\\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)?\\s*$'},
  slug: {pattern: '^[a-z0-9][a-z0-9-]{0,99}$'},
  lang: {pattern: '^\\s*[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\\s*$'},
  theme: {pattern: '^(?:[A-Za-z0-9][A-Za-z0-9-]{0,63}|\\./.{1,500})$'},
  page: {anyOf: [{enum: pageNames}, {pattern: '^\\s*(?:[A-Za-z][A-Za-z0-9-]*|\\d{1,4}(?:\\.\\d{1,4})? ?(?:[Mm][Mm]|[Cc][Mm]|[Ii][Nn])? ?[xX×] ?\\d{1,4}(?:\\.\\d{1,4})? ?(?:[Mm][Mm]|[Cc][Mm]|[Ii][Nn]))\\s*$'}]}
}

/** Make the JSON Schema (draft 2020-12) of `pamphlet.yaml` and of front matter. */
export function jsonSchema(): Schema {
  const made = schemaFrom(z.toJSONSchema(metadataSchema, {io: 'input', unrepresentable: 'any'}))
  const properties = Object.fromEntries(Object.entries(schemaFrom(made['properties'])).map(([key, schema]) => [key, described(key, schemaFrom(schema))]))
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Metadata of a pamphlet',
    description: 'The keys of `pamphlet.yaml`, or of the front matter of a single Markdown file. Each may be absent.',
    type: ['object', 'null'],
    properties,
    additionalProperties: false
  }
}

/** A key with its description, in every form that the program takes. */
function described(key: string, schema: Schema): Schema {
  const description = descriptionOf(key)
  const {text, standard, example} = description ?? {text: '', example: ''}
  const about = standard === undefined ? text : `${text} Default: ${standard}.`
  const written = withKeys(asWritten({...schema, ...forms[key]}), description)
  return {description: about, markdownDescription: `${about}\n\n\`\`\`yaml\n${example}\n\`\`\``, ...shortForms(key, key === 'title' ? {...written, type: scalar} : written)}
}

function descriptionOf(key: string): Description | undefined {
  return Object.entries(descriptions).find(([name]) => name === key)?.[1]
}

/** A single author or subject needs no list, and a bare name is an author. */
function shortForms(key: string, schema: Schema): Schema {
  if (key !== 'author' && key !== 'subject') return schema
  const item = schemaFrom(schema['items'])
  const one = key === 'author' ? [{type: scalar, minLength: 1}, item] : [item]
  return {anyOf: [...one, {type: 'array', items: one.length === 1 ? item : {anyOf: one}}, {type: 'null'}]}
}

/** YAML takes `3` and `2024` for numbers where the program reads them letter by letter; a key without a value is absent. */
const scalar = ['string', 'number']

/** Widen the types of a schema to what may stand in YAML for them. */
function asWritten(schema: Schema): Schema {
  const {type, $schema, properties, items, anyOf, enum: words, minLength, ...rest} = schema
  return {
    ...rest,
    ...(type !== undefined && {type: type === 'string' ? [...scalar, 'null'] : type === 'object' || type === 'boolean' ? [type, 'null'] : type}),
    ...(properties !== undefined && {properties: Object.fromEntries(Object.entries(schemaFrom(properties)).map(([key, value]) => [key, asWritten(schemaFrom(value))]))}),
    ...(items !== undefined && {items: asWritten(schemaFrom(items))}),
    ...(Array.isArray(anyOf) && {anyOf: anyOf.map(schema => asWritten(schemaFrom(schema)))}),
    ...(Array.isArray(words) && {enum: [...words.flatMap(word => asYaml(z.string().parse(word))), null]})
  }
}

/** A word in every form that YAML has for it: `4` is a number there. */
function asYaml(word: string): readonly (string | number)[] {
  return /^\d+$/.test(word) ? [word, Number(word)] : [word]
}

function withKeys(schema: Schema, description: Description | undefined): Schema {
  if (schema['items'] !== undefined) return {...schema, items: withKeys(schemaFrom(schema['items']), description)}
  if (description?.keys === undefined || schema['properties'] === undefined) return schema
  const properties = Object.fromEntries(Object.entries(schemaFrom(schema['properties'])).map(([key, value]) => [key, {description: description.keys?.[key] ?? '', ...schemaFrom(value)}]))
  return {...schema, properties}
}

/** Take a value for a schema: plain JSON without functions. */
function schemaFrom(value: unknown): Schema {
  return schemaShape.parse(value)
}

const json: z.ZodType<Json> = z.lazy(() => z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(json), z.record(z.string(), json)]))
const schemaShape = z.record(z.string(), json)
