/** The reference of the metadata for the handbook, made from the schema, so that it cannot say anything else. */
import {descriptions} from './descriptions.ts'
import type {Description} from './descriptions.ts'

const head = `# Metadata

The metadata says what the pamphlet is: its title, its author, its paper. In a folder it stands in \`pamphlet.yaml\`; in a single Markdown file it stands between two lines of \`---\` at the top. Every key may be absent, and a key that the program does not know is an error that names the nearest one, or all where none is near.

\`\`\`yaml
title: Cheap Print and Its Readers
author: Ada Press
date: 2024-01-15
lang: en-GB
\`\`\`

An editor that knows YAML completes the keys and checks the values. \`npm run new -- DIR\` sets it up; in a folder of your own, write the schema with \`npm run --silent schema > pamphlet.schema.json\`, and begin \`pamphlet.yaml\` with the line \`# yaml-language-server: $schema=pamphlet.schema.json\`.

Numbers and dates are read letter by letter: \`1.50\` stays \`1.50\`. A value with a colon or a comma in it may need quotation marks.
`

/** Write the reference as Markdown: a section a key, in the order of the schema. */
export function referenceText(): string {
  return [head, ...Object.entries(descriptions).map(([key, description]) => sectionOf(key, description))].join('\n')
}

function sectionOf(key: string, {text, standard, example, keys}: Description): string {
  const inner = Object.entries(keys ?? {}).map(([name, meaning]) => `| \`${name}\` | ${meaning} |\n`)
  const table = inner.length === 0 ? '' : `\n| inside | |\n|---|---|\n${inner.join('')}`
  return `## \`${key}\`\n\n${text}${standard === undefined ? '' : ` Without it: ${standard}.`}\n\n\`\`\`yaml\n${example}\n\`\`\`\n${table}`
}
