/** Options that are keys of the metadata: what a pamphlet is, it says itself, and no call of the program. */

/** How each key is written, with `…` for a value: keys at the top, and those of the booklet and the press that people call options. A test holds them to the schema. */
export const keyForms: ReadonlyMap<string, string> = new Map([
  ...['title', 'subtitle', 'author', 'publisher', 'date', 'rights', 'identifier', 'subject', 'description', 'dedication', 'slug', 'lang', 'theme', 'page', 'frontmatter', 'openings', 'notes', 'fit'].map(key => [key, `${key}: …`] as const),
  ['series', 'series: {name: …}'], ['epigraph', 'epigraph: {text: …}'], ['back', 'back: {text: …}'], ['cover', 'cover: {image: …}'],
  ['print', 'print: {colour: …}'], ['booklet', 'booklet: {layout: …}'], ['epub', 'epub: {cover: …}'], ['math', 'math: true'],
  ...['layout', 'sheet', 'flip', 'duplex', 'feed', 'creep', 'scale', 'signature', 'up'].map(key => [key, `booklet: {${key}: …}`] as const),
  ...['colour', 'icc', 'bleed', 'standard'].map(key => [key, `print: {${key}: …}`] as const)
])

/** What to write in place of such an option, given as it was typed (`--page`, `--page=a6`), with what follows it; undefined for any other. */
export function metadataRemedy(option: string, next: string | undefined): string | undefined {
  const [, name = '', own] = /^--([a-z]+)(?:=([^]*))?$/.exec(option) ?? []
  const form = keyForms.get(name)
  if (form === undefined) return undefined
  const value = own ?? (next?.startsWith('-') === true ? undefined : next)
  return `Write \`${form.replace('…', () => written(value))}\` in the metadata: between two lines of \`---\` at the beginning of the file, or in \`pamphlet.yaml\`.`
}

/** A value as YAML takes it; one that would need more than quotation marks stays out. */
function written(value = ''): string {
  if (value === '' || value.length > 60 || /["\\`\p{Cc}]/u.test(value)) return '…'
  return /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]*[\p{L}\p{N}.])?$/u.test(value) ? value : `"${value}"`
}
