import {readdirSync, readFileSync} from 'node:fs'
import * as csstree from 'css-tree'
import {describe, expect, test} from 'vitest'
import {loadTheme, themeNames} from '../../scripts/typeset/theme.ts'

/** The default, said, asked for and taken where no name is near; and where the word means something else. */
const known: Readonly<Record<string, readonly string[]>> = {
  classic: ['commands.ts', 'commands/theme.ts', 'manuscript/complete.ts', 'new/answers.ts', 'pipeline.ts', 'schema/descriptions.ts', 'typeset/theme.ts'],
  plain: ['adapters/pdf-content.ts', 'types/pages.ts', 'typeset/ways.ts']
}

const names = await themeNames()
/** A theme's own sheet behind the common one, as it is used. */
const sheet = (theme: string, name = 'print.css') => (name === 'epub.css' ? [theme] : ['common', theme]).map(folder => readFileSync(`templates/${folder}/${name}`, 'utf8')).join('\n')
const noCharacters = {all: new Map(), code: new Set<number>(), sequences: [], hasMath: false, lang: 'en'}

/** Every length of a sheet that a property of a rule says, as `[selector, property, px]`. */
function lengths(css: string, properties: RegExp): readonly (readonly [string, string, number])[] {
  const found: [string, string, number][] = []
  csstree.walk(csstree.parse(css), {visit: 'Declaration', enter(node) {
    if (!properties.test(node.property)) return
    const selector = this.rule ? csstree.generate(this.rule.prelude) : `@${this.atrule?.name ?? ''}`
    csstree.walk(node.value, value => {
      if (value.type === 'Dimension' && value.unit in pxPer) found.push([selector, node.property, Number(value.value) * (pxPer[value.unit] ?? 0)])
    })
  }})
  return found
}
const pxPer: Readonly<Record<string, number>> = {px: 1, pt: 4 / 3, mm: 96 / 25.4}

/** The first length of `font` is the size, the second the line height. */
const sizes = (css: string) => [
  ...lengths(css, /^font-size$/),
  ...lengths(css.replaceAll(/(font: [^;}]*?\d(?:px)?)\/[\d.]+(?:px)?/g, '$1'), /^font$/)
]

describe.each(names)('%s', name => {
  test('has a folder with what it must have, and files for what it has otherwise than the common ones', () => {
    const files = readdirSync(`templates/${name}`).toSorted()
    expect(files).toEqual(expect.arrayContaining(['epub.css', 'print.css', 'theme.yaml', 'web.css']))
    expect(files.filter(file => file.endsWith('.html') && !readdirSync('templates/common').includes(file))).toEqual([])
  })

  test('is known to no code', () => {
    const code = readdirSync('scripts', {recursive: true, encoding: 'utf8'}).filter(file => file.endsWith('.ts'))
    const knowing = code.filter(file => new RegExp(`['"\`]${name}['"\`]`).test(readFileSync(`scripts/${file}`, 'utf8')))
    expect(knowing.toSorted()).toEqual(known[name] ?? [])
  })

  test('loads, with faces that are there and are named in its sheets', async () => {
    const {fonts, messages} = await loadTheme(name, {...noCharacters, all: new Map([[0x41, {file: 'a.md'}], [0x416, {file: 'a.md'}], [0x3a9, {file: 'a.md'}]])})
    expect(messages).toEqual([])
    for (const {family} of fonts) expect(sheet(name)).toContain(`"${family}"`)
  })

  test('parses, and names no family that it does not bring', async () => {
    const {fonts} = await loadTheme(name, noCharacters)
    const families = new Set([...fonts.map(({family}) => family), ...readFileSync(`templates/${name}/theme.yaml`, 'utf8').matchAll(/family: ([^,}]*)/g)].map(found => typeof found === 'string' ? found : found[1]))
    for (const file of ['print.css', 'epub.css']) {
      const errors: string[] = []
      csstree.parse(sheet(name, file), {onParseError: ({message}: csstree.SyntaxParseError) => errors.push(message)})
      expect(errors).toEqual([])
      const named = [...sheet(name, file).matchAll(/"([A-Z][\w ]+)"/g)].map(([, family = '']) => family)
      expect(named.filter(family => family !== 'Fallback' && !families.has(family))).toEqual([])
    }
  })

  test('runs both ways: it says start and end', () => {
    const physical = sheet(name).split('\n').filter(line => /text-align: (?:left|right)|(?:padding|margin)-(?:left|right):/.test(line) && !/@|first-letter/.test(line))
    expect(physical).toEqual([])
  })
})

test('plain keeps to what a photocopier can do', () => {
  const css = sheet('plain')
  expect(sizes(css).filter(([, , px]) => px < 13.33)).toEqual([])
  expect(lengths(css, /^border(?!-(?:spacing|radius|collapse))|^column-rule|^text-decoration/).filter(([, , px]) => px < 0.66)).toEqual([])
  expect(css.match(/#(?!000\b)[0-9a-f]{3,8}\b|rgba?\(|opacity/gi) ?? []).toEqual([])
})

test('large-print keeps to the rules of large-print publishing', () => {
  const css = readFileSync('templates/large-print/print.css', 'utf8')
  expect(sizes(css).filter(([, , px]) => px < 24)).toEqual([])
  expect(css).not.toMatch(/(?:font|style): italic|justify;|hyphens: (?:auto|manual)|small-caps|uppercase/)
  expect(readFileSync('templates/large-print/theme.yaml', 'utf8')).not.toMatch(/italic,|\d italic/)
})

test('no theme sets type smaller than 7 pt, or rules thinner than 0.25 pt', () => {
  for (const name of names) {
    expect(sizes(sheet(name)).filter(([, , px]) => px < 7 * 4 / 3)).toEqual([])
    expect(lengths(sheet(name), /^border(?!-(?:spacing|radius|collapse))|^column-rule/).filter(([, , px]) => px > 0 && px < 0.33)).toEqual([])
  }
})
