/** Every folder of `tests/fixtures/manuscripts` is a manuscript, `input.md` or `input/`, with the messages that it must give. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {read} from '../../scripts/manuscript/read.ts'
import {format} from '../../scripts/messages.ts'
import {inFolder} from './temporary.ts'

const fixtures = 'tests/fixtures/manuscripts'
const cases = readdirSync(fixtures).filter(name => !name.startsWith('.')).sort()

function inputOf(name: string): string {
  const names = readdirSync(join(fixtures, name))
  return join(fixtures, name, names.find(file => file === 'input' || file.endsWith('.md')) ?? 'input')
}

describe('a manuscript says what is wrong with it', () => {
  test.each(cases)('%s', async name => {
    const {messages} = await read(inputOf(name), realDisk)
    expect(messages.map(message => `${format(message)}\n`).join('')).toBe(readFileSync(join(fixtures, name, 'messages.txt'), 'utf8'))
  })

  test('most rules of this stage have their case; the others need files that git cannot keep', () => {
    const rules = ['missing-image', 'image-outside', 'corrupt-image', 'image-format', 'remote-image', 'unknown-key', 'bad-metadata', 'empty-manuscript', 'no-markdown', 'invalid-utf8', 'missing-title', 'missing-lang', 'missing-alt']
    for (const rule of rules) {
      const messages = cases.filter(name => name.startsWith(rule)).map(name => readFileSync(join(fixtures, name, 'messages.txt'), 'utf8')).join('')
      expect(messages, rule).toContain(`(${rule})`)
    }
  })
})

describe('a pamphlet can still be made', () => {
  test.each(cases)('%s', async name => {
    const isHopeless = name.startsWith('empty-manuscript') || name === 'no-markdown'
    expect('metadata' in await read(inputOf(name), realDisk)).toBe(!isHopeless)
  })
})

describe('what a good manuscript holds', () => {
  test('a file', async () => {
    const manuscript = await read(inputOf('good-file'), realDisk)
    if (!('metadata' in manuscript)) throw new Error('unreadable')
    expect(manuscript.files.map(({name}) => name)).toEqual(['input.md'])
    expect([...manuscript.assets.keys()]).toEqual(['images/press.svg'])
    expect(manuscript.assets.get('images/press.svg')).toMatchObject({name: 'images/press.svg', mediaType: 'image/svg+xml', widthPx: 40, heightPx: 20})
    expect(manuscript.metadata).toEqual({
      title: 'Cheap Print: A History', slug: 'cheap-print-a-history', lang: 'en-GB', authors: [{name: 'Ada Press'}], subjects: [],
      theme: 'classic', page: {name: 'a5', widthMm: 148, heightMm: 210}, frontmatter: 'auto', openings: 'auto', notes: 'foot', print: {colour: 'black', condition: {name: 'uncoated'}, bleedMm: 3, marks: ['crop', 'bleed', 'registration', 'bar', 'slug'], standard: 'x4', cover: 'self', coverColour: 'black', paperGsm: 80}, epub: {fonts: true},
      places: {cover: {file: 'input.md', line: 2, column: 8}, back: {file: 'input.md', line: 6, column: 7}, coverImage: {file: 'input.md', line: 5, column: 16}, backImage: {file: 'input.md', line: 6, column: 15}}, booklet: {flip: 'short', duplex: 'auto', feed: 'last', paper: {name: '80 g/m²', thicknessMm: 0.1}, creep: true, marks: 'auto', scale: 'none', signature: 'auto', family: 'iso', places: {layout: {file: 'input.md'}, sheet: {file: 'input.md'}, scale: {file: 'input.md'}}},
      cover: {image: 'images/press.svg', alt: 'A press'}, back: {image: 'images/press.svg', price: '1.50', link: 'https://example.org/'}
    })
  })

  test('a folder: its chapters in order, no read-me, no hidden file, no folder inside', async () => {
    const manuscript = await read(inputOf('good-folder'), realDisk)
    expect('files' in manuscript && manuscript.files.map(({name}) => name)).toEqual(['01-one.md', '02-two.md'])
  })

  test('colons that only look like directives', async () => {
    const manuscript = await read(inputOf('text-is-text'), realDisk)
    const types = 'files' in manuscript ? JSON.stringify(manuscript.files[0]?.tree).match(/"type":"\w+"/g) : []
    expect(types).not.toContain('"type":"textDirective"')
    expect(types).not.toContain('"type":"leafDirective"')
    expect(types).not.toContain('"type":"containerDirective"')
    expect(types).toContain('"type":"emphasis"')
  })
})

describe('a folder that holds one file with front matter', () => {
  test('is that file, as an import made it', async () => {
    await inFolder({'letter/letter.md': '---\ntitle: A Letter\nlang: en\n---\n\nText.\n'}, async folder => {
      expect(await read(join(folder, 'letter'), realDisk)).toMatchObject({messages: [], metadata: {title: 'A Letter'}})
    })
  })

  test.each(['pamphlet.yaml', 'pamphlet.yml', 'b.md'])('is a folder of chapters where there is a %s as well', async name => {
    await inFolder({'letter/letter.md': '---\ntitle: A Letter\nlang: en\n---\n\nText.\n', [`letter/${name}`]: 'lang: en\n'}, async folder => {
      const {messages} = await read(join(folder, 'letter'), realDisk)
      expect(messages.map(({reason}) => reason)).toContain('Unexpected front matter in a chapter, expected it in `pamphlet.yaml`')
    })
  })
})
