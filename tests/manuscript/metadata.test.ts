import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, describe, expect, test} from 'vitest'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {readMetadata} from '../../scripts/manuscript/metadata.ts'
import {knownKeys} from '../../scripts/manuscript/metadata-schema.ts'
import {read} from '../../scripts/manuscript/read.ts'
import {readYaml} from '../../scripts/manuscript/yaml.ts'
import {format} from '../../scripts/messages.ts'
import {inFolder} from './temporary.ts'

const readText = (text: string) => readMetadata({file: 'pamphlet.yaml', text, firstLine: 1})
const linesOf = (text: string) => readText(text).messages.map(message => format(message).split('\n')[0])

test('a key under another name is not called missing as well', () => {
  expect([...readText('language: en').bad]).toEqual(['lang'])
})

test('metadata that did not change is not read again', () => {
  const text = 'title: Remembered\nlang: en'
  expect(readText(text)).toBe(readText(text))
  expect(readText(`\n${text}`)).not.toBe(readText(text))
  expect(readMetadata({file: 'pamphlet.yaml', text, firstLine: 2})).not.toBe(readText(text))
})

describe('values', () => {
  test.each([
    ['title: 1917', {title: '1917'}],
    ['title: "  A  "', {title: 'A'}],
    ['title: >\n  A\n  B', {title: 'A B'}],
    ['subtitle: |\n  A\n  B', {subtitle: 'A B'}],
    ['description: |\n  A\n\n  B', {description: 'A\n\nB'}],
    ['author: Ada', {author: [{name: 'Ada'}]}],
    ['author: {name: Ada, sort: "Press, Ada", role: ill}', {author: [{name: 'Ada', sort: 'Press, Ada', role: 'ill'}]}],
    ['author: [Ada, {name: Bo}, A1]', {author: [{name: 'Ada'}, {name: 'Bo'}, {name: 'A1'}]}],
    ['subject: A', {subject: ['A']}],
    ['subject: [A, 2]', {subject: ['A', '2']}],
    ['date: 1917', {date: '1917'}],
    ['date: 1917-10', {date: '1917-10'}],
    ['date: 2024-02-29', {date: '2024-02-29'}],
    ['identifier: 9780141036137', {identifier: '9780141036137'}],
    ['identifier: 0012', {identifier: '0012'}],
    ['series: {name: A, number: 3}', {series: {name: 'A', number: '3'}}],
    ['dedication: |\n  To those\n  who set it', {dedication: 'To those\nwho set it'}],
    ['epigraph: {text: "a\\nb", by: c}', {epigraph: {text: 'a\nb', by: 'c'}}],
    ['back: {price: 1.50, address: "a\\nb"}', {back: {price: '1.50', address: 'a\nb'}}],
    ['back: {}', {back: {}}],
    ['slug: a-b-1', {slug: 'a-b-1'}],
    ['lang: EN-us', {lang: 'en-US'}],
    ['lang: sr-cyrl-rs', {lang: 'sr-Cyrl-RS'}],
    ['lang: es-419', {lang: 'es-419'}],
    ['lang: de-1901', {lang: 'de-1901'}],
    ['page: A6', {page: {name: 'a6', widthMm: 105, heightMm: 148}}],
    ['page: 120mm x 190mm', {page: {name: '120mm x 190mm', widthMm: 120, heightMm: 190}}],
    ['frontmatter: none', {frontmatter: 'none'}],
    ['frontmatter: brief', {frontmatter: 'brief'}],
    ['openings: run-on', {openings: 'run-on'}],
    ['cover: {image: " a b.png ", alt: ""}', {cover: {image: 'a b.png', alt: ''}}],
    ['epub: {fonts: false}', {epub: {fonts: false}}],
    ['# nothing', {}],
    ['', {}]
  ])('%j', (text, values) => {
    expect(readText(text)).toMatchObject({values, messages: []})
    expect(readText(text).values).toEqual(values)
  })

  test.each([
    ['author:', '1:1: warning: Unexpected key `author` without a value, expected one behind the colon (empty-key)'],
    ['series: {name: A, number: }', '1:19: warning: Unexpected key `series.number` without a value, expected one behind the colon (empty-key)'],
    ['author: Ann Lee and Bo Dee', '1:9: warning: Unexpected 2 names in one, expected a list (joined-names)'],
    ['author: [Ann Lee, Bo Dee & Cy Fee]', '1:19: warning: Unexpected 2 names in one, expected a list (joined-names)'],
    ['editor: Ann Lee', '1:1: error: Unexpected key `editor`, expected `author` (unknown-key)'],
    ['price: 2 EUR', '1:1: error: Unexpected key `price`, expected it inside `back` (unknown-key)'],
    ['identifier: 978-0-306-40615-8', '1:13: error: Unexpected `978-0-306-40615-8` in `identifier`, expected an ISBN of 13 or 10 digits whose last one fits the others (bad-metadata)'],
    ['identifier: urn:isbn:123', '1:13: error: Unexpected `urn:isbn:123` in `identifier`, expected an ISBN of 13 or 10 digits whose last one fits the others (bad-metadata)'],
    ['author: 5', '1:9: error: Unexpected `5` in `author.name`, expected a name with letters (bad-metadata)'],
    ['date: 2024\ndate: 2025', '2:1: error: Unexpected second key `date`, expected valid YAML (bad-metadata)'],
    ['lang: en\ntitle: "The Salt Road\nauthor: Ann\n', '2:8: error: Unexpected quote without an end, expected valid YAML (bad-metadata)']
  ])('%j is told', (text, line) => {
    expect(linesOf(text)).toEqual([`pamphlet.yaml:${line}`])
    expect(readText(text).messages.map(({remedy}) => remedy)).toEqual([expect.stringMatching(/\.$/)])
  })

  test('keys without a value are as if they were not there', () => {
    expect(readText('subtitle:\npublisher: ""\nrights: "\\u200b"\nback: {price: }\nauthor: ~').values).toEqual({back: {}})
  })

  test.each(['{name: Simon and Schuster}', 'Branch 14 of the Warehouse and Transport Workers', 'Friends of the Earth & Sky', 'Textile and Garment Union'])('one name that holds a conjunction is written as a map, unless it is a group’s: %s', author => {
    expect(readText(`author: ${author}`).messages).toEqual([])
  })

  test.each([
    'title: ""', 'title: ~', 'title: "\\u200b"', 'title: "\\u00ad \\u2060\\u2800"', 'title: [A]', 'title: true', 'title: "a\\u2028b"', 'title: "\\e[31m"', 'title: "\\ud800"',
    'author: true', 'author: [[A]]', 'author: {sort: A}', 'author: [""]', 'subject: {a: b}', 'subject: [[a]]',
    'date: 2024-02-30', 'date: 2023-02-29', 'date: 2024-13', 'date: 24-01-01', 'date: 0000', 'date: 2024-1-5', 'date: 15.01.2024', 'date: 2024-01-15T10:00:00Z',
    'slug: A', 'slug: a b', 'slug: ../a', 'slug: -a', 'slug: con', `slug: ${'a'.repeat(101)}`, 'slug: é',
    'lang: english', 'lang: jp', 'lang: en_GB', 'lang: e', 'lang: "en GB"', 'lang: [en]', 'lang: x-klingon', 'lang: en-UK', 'lang: sr-Cyrl-YU', 'lang: en-XQ',
    'page: b5', 'page: 120x190', 'page: 49mm x 190mm', 'page: 120mm x 501mm', 'page: 5', 'page: {width: 1}', 'page: 1e2mm x 190mm',
    'theme: ../a', 'theme: a/b', 'frontmatter: true', 'openings: chapter', 'back: text', 'back: {link: example.org}', 'back: {link: "javascript:a"}',
    'back: {link: "https://a b"}', 'back: {link: "http://"}', 'cover: a.png', 'cover: {alt: a}', 'epub: {fonts: 1}', 'epub: true', 'series: {number: 1}', 'epigraph: {by: a}'
  ])('%s is refused, at its place', text => {
    const {messages, values, bad} = readText(`${text.startsWith('lang') ? '' : 'lang: fr'}\n\n${text}`)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatchObject({ruleId: 'bad-metadata', severity: 'error', place: {file: 'pamphlet.yaml', line: 3}})
    expect(messages[0]?.reason).toMatch(/^Unexpected .+, expected .+[^.]$/)
    expect([...bad]).toEqual([text.split(':')[0]])
    // The others stand.
    expect(Object.keys(values)).not.toContain(text.split(':')[0])
    if (!text.startsWith('lang')) expect(values.lang).toBe('fr')
  })

  test.each([['en-UK', 'en-GB'], ['en_gb', 'en-GB'], ['de-DD', 'de-DE'], ['fr-XQ', 'fr']])('for the language %s the nearest is named, %s', (lang, nearest) => {
    expect(readText(`lang: ${lang}`).messages[0]?.remedy).toBe(`Write \`${nearest}\`.`)
  })

  test('a day that no calendar has is told from a date in another form', () => {
    expect(linesOf('date: 2025-02-30')[0]).toContain('Unexpected `2025-02-30` in `date`, expected a day from `01` to `28`')
    expect(linesOf('date: 30.2.2025')[0]).toContain('expected a date: `YYYY`')
  })

  test('a link of more than 2,000 characters would make no QR code', () => {
    expect(linesOf(`back: {link: "https://example.org/${'a'.repeat(2_000)}"}`)).toHaveLength(1)
  })

  test('long and strange values are shown short and harmless', () => {
    const [line] = linesOf(`date: "${'x'.repeat(5_000)}"`)
    expect(line?.length).toBeLessThan(250)
    expect(linesOf('date: "\\e[31m\\u202e`"')[0]).toContain('`\\u{1b}[31m\\u{202e}\\u{60}`')
  })
})

describe('unknown keys', () => {
  test.each([
    ['titel: A', 1, 1, 'titel', 'title'],
    ['title: A\nlanguage: en', 2, 1, 'language', 'lang'],
    ['__proto__: A', 1, 1, '__proto__', undefined],
    ['constructor: A', 1, 1, 'constructor', undefined],
    ['"": A', 1, 1, '', undefined],
    ['<<: {title: A}', 1, 1, '<<', undefined],
    ['pages: a5', 1, 1, 'pages', 'page'],
    ['back: {sum: 1}', 1, 8, 'sum', undefined],
    ['back:\n  prize: 1', 2, 3, 'prize', 'price'],
    ['author:\n  - A\n  - {name: B, rôle: x}', 3, 15, 'rôle', 'role'],
    ['author: {name: A, nam: B}', 1, 19, 'nam', 'name']
  ])('%j', (text, line, column, key, nearest) => {
    const [message, ...others] = readText(text).messages
    expect(others).toEqual([])
    expect(message).toMatchObject({ruleId: 'unknown-key', place: {line, column}})
    expect(message?.reason).toMatch(`Unexpected key \`${key}\``)
    expect(message?.reason).toMatch(nearest === undefined ? 'expected one that is known' : `expected \`${nearest}\``)
    // All keys are told only where none is near.
    expect(message?.remedy?.includes('the keys here are')).toBe(nearest === undefined)
  })

  test('do not take the known ones along', () => {
    expect(readText('titel: A\nback: {prize: 1, price: 2}\nlang: fr').values).toEqual({back: {price: '2'}, lang: 'fr'})
  })
})

describe('YAML', () => {
  test.each([
    ['a: [1', 1, 6], ['title: a: b', 1, 8], ['title: A\ntitle: B', 2, 1], ['\ttitle: A', 1, 1], ['title: !a b', 1, 8], ['title: *a', 1, 1],
    ['title: A\n---\ntitle: B', 2, 1], ['? [a]\n: b', 1, 3], ['title: &a [*a]', 1, 1], ['title: !!binary aGk=', 1, 8], ['['.repeat(5_000), 1, undefined],
    [`title: "${'a'.repeat(70_000)}"`, 1, 1]
  ])('%j is told at its place', (text, line, column) => {
    const {messages} = readText(text)
    expect(messages.length).toBeGreaterThan(0)
    expect(messages[0]).toMatchObject({ruleId: 'bad-metadata', place: {line, ...(column !== undefined && {column})}})
    expect(messages.length).toBeLessThanOrEqual(20)
  })

  test.each([['- A'], ['A'], ['[]']])('%s is no map', text => {
    expect(linesOf(text)).toHaveLength(1)
    expect(readText(text).bad.has('title')).toBe(true)
  })

  test('what an alias brings is told of where it is written, the alias itself where it stands', () => {
    const {messages} = readText('title: &word Word\nlang: *word\nback: &part\n  text: T\n  rol: ill\ncover: *part\n')
    expect(messages.map(({ruleId, place: {line, column}}) => `${line ?? 0}:${column ?? 0} ${ruleId}`)).toEqual(expect.arrayContaining(['2:7 bad-metadata', '5:3 unknown-key']))
    expect(messages.filter(({ruleId, place: {line}}) => line === 6 && ruleId === 'unknown-key')).toEqual([])
  })

  test('an alias may be used', () => {
    expect(readText('author: &a {name: A}\npublisher: &b P\nrights: *b').values).toMatchObject({publisher: 'P', rights: 'P'})
  })

  const piece = fc.constantFrom('title', 'author', 'back', 'epub', ': ', ':', '\n', '\n  ', '- ', '[', ']', '{', '}', ', ', '"', '\'', '|', '>', '&a ', '*a', '!', '!!str ', '#', '%', '---\n', 'a', '1', '~', 'true', '\t', '\\', '\u0000', '__proto__', '<<', '?', '\u2028', '\uFEFF')

  test('anything at all gives values and messages, never an exception', () => {
    fc.assert(fc.property(fc.oneof(fc.array(piece, {maxLength: 25}).map(pieces => pieces.join('')), fc.string({unit: 'binary', maxLength: 60})), text => {
      const {values, messages} = readText(text)
      expect(Object.keys(values).every(key => knownKeys(undefined).includes(key))).toBe(true)
      for (const {place} of messages) {
        expect(place.line).toBeGreaterThan(0)
        expect(place.column).toBeGreaterThan(0)
      }
    }), {numRuns: 800})
  })

  test('any plain value under any key gives values and messages, never an exception', () => {
    const key = fc.oneof(fc.constantFrom(...knownKeys(undefined)), fc.string())
    fc.assert(fc.property(fc.dictionary(key, fc.jsonValue({maxDepth: 3})), value => {
      expect(readText(JSON.stringify(value)).values).toBeTypeOf('object')
    }), {numRuns: 500})
  })

  test('places survive lists, maps and missing values', () => {
    const yaml = readYaml('series:\n  name: a\nauthor:\n  - a\n  - {name: b}\nempty:\n')
    expect(yaml.keyAt(['series', 'name'])).toEqual({line: 2, column: 3})
    expect(yaml.valueAt(['series', 'name'])).toEqual({line: 2, column: 9})
    expect(yaml.valueAt(['author', 1, 'name'])).toEqual({line: 5, column: 12})
    expect(yaml.valueAt(['author', 0, 'name'])).toEqual({line: 4, column: 5})
    expect(yaml.valueAt(['empty'])).toEqual({line: 6, column: 1})
    expect(yaml.valueAt([])).toEqual({line: 1, column: 1})
  })
})

describe('defaults', () => {
  const metadataOf = (files: Readonly<Record<string, string>>, path: string) => inFolder(files, async folder => {
    const manuscript = await read(join(folder, path), realDisk)
    return 'metadata' in manuscript ? manuscript.metadata : undefined
  })

  test.each([
    ['a head', '# The *press* and `its` parts[^1] {#a .b}\n\n[^1]: x\n', 'The press and its parts'],
    ['a head with braces', '# Set {1, 2}\n', 'Set {1, 2}'],
    ['an underlined head', 'The  press\n===\n', 'The press'],
    ['a picture as head', '# ![The press](a.svg)\n', 'The press'],
    ['a head of rank 2', '## The press\n', 'cheap-print'],
    ['a head that nobody sees', '# \u200b\n\nText.\n', 'cheap-print'],
    ['an empty head', '#\n\nText.\n', 'cheap-print'],
    ['the metadata', '---\ntitle: A\n---\n# B\n', 'A']
  ])('the title comes from %s', async (_name, text, title) => {
    expect((await metadataOf({'cheap-print.md': text}, 'cheap-print.md'))?.title).toBe(title)
  })

  test('of a folder: the first head, else its name', async () => {
    expect((await metadataOf({'press/1.md': '# One\n', 'press/2.md': '# Two\n'}, 'press'))?.title).toBe('One')
    expect((await metadataOf({'press/1.md': 'One.\n', 'press/2.md': '# Two\n'}, 'press'))?.title).toBe('press')
  })

  test('files in code unit order, not by number', async () => {
    await inFolder({'2.md': 'A\n', '10.md': 'B\n', 'B.md': 'C\n', 'a.md': 'D\n', 'é.md': 'E\n'}, async folder => {
      const manuscript = await read(folder, realDisk)
      expect('files' in manuscript && manuscript.files.map(({name}) => name)).toEqual(['10.md', '2.md', 'B.md', 'a.md', 'é.md'])
    })
  })

  test.each([
    ['en-US', 'half-letter'], ['en-CA', 'half-letter'], ['fr-CA', 'half-letter'], ['es-MX', 'half-letter'], ['es-CL', 'half-letter'], ['fil-PH', 'half-letter'],
    ['en', 'a5'], ['en-GB', 'a5'], ['es', 'a5'], ['es-AR', 'a5'], ['pt-BR', 'a5'], ['zh-Hans-CN', 'a5']
  ])('the page of %s is %s', async (lang, page) => {
    expect((await metadataOf({'a.md': `---\nlang: ${lang}\n---\nText.\n`}, 'a.md'))?.page.name).toBe(page)
  })

  test('an image that is faulty is not named', async () => {
    const metadata = await metadataOf({'a.md': '---\ncover: {image: a.png, alt: x}\nback: {image: b.png, price: 1}\n---\nText.\n'}, 'a.md')
    expect(metadata?.cover).toBeUndefined()
    expect(metadata?.back).toEqual({price: '1'})
  })
})

describe('a theme that is not there', () => {
  const themes = ['classic', 'large-print', 'plain']
  const readIn = (files: Readonly<Record<string, string>>, path: string) => inFolder(files, folder => read(join(folder, path), realDisk, {themes}))

  test.each([
    ['front matter', {'a.md': '---\nlang: en\ntheme: plian\nauthr: A\n---\n# T\n\n![x](no.png)\n'}, 'a.md', 'a.md:3:8', ['bad-metadata', 'unknown-key', 'missing-image']],
    ['a folder', {'m/pamphlet.yaml': 'title: T\nlang: en\ntheme: "plian"\n', 'm/1.md': 'Text.\n'}, 'm', 'pamphlet.yaml:3:8', ['bad-metadata']]
  ])('is an error in %s, among the others', async (_name, files, path, at, rules) => {
    const manuscript = await readIn(files, path)
    expect(manuscript.messages.map(({ruleId}) => ruleId)).toEqual(rules)
    expect(manuscript.messages.map(format)[0]).toBe(`${at}: error: Unexpected theme \`plian\`, expected one of \`classic\`, \`large-print\`, \`plain\`, or a folder such as \`./mine\` (bad-metadata)\n  Did you mean \`plain\`?`)
    expect(manuscript).toMatchObject({metadata: {theme: 'classic'}})
  })

  test('one that is there stays', async () => {
    expect(await readIn({'a.md': '---\nlang: en\ntheme: plain\n---\n# T\n'}, 'a.md')).toMatchObject({messages: [], metadata: {theme: 'plain'}})
    expect(await readIn({'a.md': '---\nlang: en\ntheme: Plain\n---\n# T\n'}, 'a.md')).toMatchObject({messages: [], metadata: {theme: 'plain'}})
    expect((await readIn({'a.md': '---\nLang: en\n---\n# T\n'}, 'a.md')).messages.map(({ruleId}) => ruleId)).toEqual(['unknown-key'])
  })
})

describe('what is bad is not missing too', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-metadata-'))
  afterAll(() => rmSync(folder, {recursive: true}))

  test.each(['title: [A]\nlang: [en]', 'title: a: b'])('%j', async text => {
    writeFileSync(join(folder, 'a.md'), `---\n${text}\n---\n\nText.\n`)
    const {messages} = await read(join(folder, 'a.md'), realDisk)
    expect(messages.map(({ruleId}) => ruleId).filter(rule => rule !== 'bad-metadata')).toEqual([])
  })
})
