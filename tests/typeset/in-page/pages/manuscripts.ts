/** Random manuscripts for the pages: every tenth word or so is a mark of its own, so that it is known where it must stand. */
import fc from 'fast-check'

export type Draft = {readonly page: string; readonly openings: string; readonly notes?: 'foot' | 'end' | 'chapter'; readonly theme?: string; readonly blocks: readonly Block[]; readonly lastNote?: number}

type Prose = {readonly kind: 'paragraph' | 'quote'; readonly words: number; readonly notes: readonly NoteDraft[]}

/** A note behind a word; `again`: referred to a second time there; `paragraphs`: how many it has. */
type NoteDraft = {readonly after: number; readonly words: number; readonly again?: boolean; readonly paragraphs?: number}

export type Block =
  | Prose
  | {readonly kind: 'head'; readonly depth: 2 | 3; readonly note: number}
  | {readonly kind: 'list'; readonly items: readonly number[]; readonly note: number}
  /** `hasNotes`: whether every third row has one. */
  | {readonly kind: 'table'; readonly rows: number; readonly note: number; readonly isCaptioned: boolean; readonly hasNotes: boolean}
  | {readonly kind: 'figure'; readonly heightPx: number; readonly caption: number; readonly note: number; readonly isWide: boolean; readonly isAtFoot?: boolean}
  | {readonly kind: 'code'; readonly lines: number}
  | {readonly kind: 'nested'; readonly depth: number; readonly words: number; readonly note: number; readonly isList: boolean}
  | {readonly kind: 'box'; readonly name: 'aside' | 'pullquote' | 'verse'; readonly words: number; readonly note: number}
  | {readonly kind: 'poem'; readonly stanzas: readonly number[]; readonly note: number}
  | {readonly kind: 'pagebreak'}

const noteLength = fc.oneof({weight: 30, arbitrary: fc.integer({min: 1, max: 40})}, {weight: 5, arbitrary: fc.integer({min: 60, max: 300})}, {weight: 1, arbitrary: fc.constant(800)})
const someNote = fc.oneof({weight: 4, arbitrary: fc.constant(0)}, {weight: 1, arbitrary: noteLength})

const paragraph = fc.record({
  kind: fc.constantFrom('paragraph' as const, 'paragraph' as const, 'paragraph' as const, 'quote' as const),
  words: fc.oneof({weight: 5, arbitrary: fc.integer({min: 3, max: 120})}, {weight: 1, arbitrary: fc.integer({min: 200, max: 900})}),
  notes: fc.array(fc.record({after: fc.nat(200), words: noteLength, again: fc.boolean(), paragraphs: fc.constantFrom(1, 1, 1, 3)}), {maxLength: 3})
})

const block: fc.Arbitrary<Block> = fc.oneof(
  {weight: 12, arbitrary: paragraph},
  {weight: 2, arbitrary: fc.record({kind: fc.constant('head' as const), depth: fc.constantFrom(2 as const, 3 as const), note: someNote})},
  {weight: 2, arbitrary: fc.record({kind: fc.constant('list' as const), items: fc.array(fc.integer({min: 1, max: 40}), {minLength: 1, maxLength: 8}), note: someNote})},
  {weight: 1, arbitrary: fc.record({kind: fc.constant('table' as const), rows: fc.oneof(fc.integer({min: 1, max: 8}), fc.integer({min: 20, max: 70})), note: someNote, isCaptioned: fc.boolean(), hasNotes: fc.constantFrom(false, false, true)})},
  {weight: 2, arbitrary: fc.record({kind: fc.constant('figure' as const), heightPx: fc.integer({min: 20, max: 500}), caption: fc.integer({min: 1, max: 20}), note: someNote, isWide: fc.constantFrom(false, false, true)})},
  {weight: 1, arbitrary: fc.record({kind: fc.constant('code' as const), lines: fc.oneof(fc.integer({min: 1, max: 8}), fc.integer({min: 30, max: 60}))})},
  {weight: 2, arbitrary: fc.record({kind: fc.constant('nested' as const), depth: fc.integer({min: 2, max: 4}), words: fc.integer({min: 3, max: 60}), note: someNote, isList: fc.boolean()})},
  {weight: 1, arbitrary: fc.record({kind: fc.constant('box' as const), name: fc.constantFrom('aside' as const, 'pullquote' as const, 'verse' as const), words: fc.integer({min: 3, max: 90}), note: someNote})},
  {weight: 1, arbitrary: fc.constant({kind: 'pagebreak' as const})}
)

/** Blocks that columns treat otherwise than pages: figures that would float, over all columns too, and poems that part between stanzas. */
const blockInColumns: fc.Arbitrary<Block> = fc.oneof(
  {weight: 10, arbitrary: block},
  {weight: 1, arbitrary: fc.record({kind: fc.constant('figure' as const), heightPx: fc.integer({min: 20, max: 500}), caption: fc.integer({min: 1, max: 20}), note: someNote, isWide: fc.boolean(), isAtFoot: fc.constant(true)})},
  {weight: 1, arbitrary: fc.record({kind: fc.constant('poem' as const), stanzas: fc.array(fc.integer({min: 1, max: 14}), {minLength: 1, maxLength: 9}), note: someNote})}
)

/** Drafts over these page sizes, themes and places of the notes. */
export function draftsOn(pages: readonly string[], themes: readonly string[] = ['classic'], notes: readonly ('foot' | 'end' | 'chapter')[] = ['foot', 'foot', 'foot', 'foot', 'foot', 'end', 'chapter'], blocks = block): fc.Arbitrary<Draft> {
  return fc.record({
    page: fc.constantFrom(...pages),
    theme: fc.constantFrom(...themes),
    openings: fc.constantFrom('run-on', 'page'),
    notes: fc.constantFrom(...notes),
    blocks: fc.array(blocks, {minLength: 1, maxLength: 40}),
    lastNote: someNote
  })
}

/** Drafts whose text stands in two columns, or in one where the page has no room for two. */
export function draftsInColumns(pages: readonly string[]): fc.Arbitrary<Draft> {
  return draftsOn(pages, ['broadsheet'], ['end', 'chapter'], blockInColumns)
}

/** Drafts of one run of prose with heads, quotations and notes, without anything that no page could part. */
export function proseOn(pages: readonly string[], notes: readonly ('foot' | 'end')[]): fc.Arbitrary<Draft> {
  const heads = fc.record({kind: fc.constant('head' as const), depth: fc.constantFrom(2 as const, 3 as const), note: someNote})
  const blocks = fc.array(fc.oneof({weight: 8, arbitrary: paragraph}, {weight: 1, arbitrary: heads}), {minLength: 12, maxLength: 40})
  return fc.record({page: fc.constantFrom(...pages), openings: fc.constant('run-on'), notes: fc.constantFrom(...notes), blocks})
}

function isWhole({kind}: Block): boolean {
  return kind === 'table' || kind === 'code' || kind === 'box'
}

/** Drafts of prose with tables, code and boxes among it. */
export function wholeOn(pages: readonly string[], notes: readonly ('foot' | 'end')[]): fc.Arbitrary<Draft> {
  return among(proseOn(pages, notes), block.filter(isWhole))
}

/** Drafts of prose with lists, lists within lists, and figures among it, where a page can be of any depth. */
export function mixedOn(pages: readonly string[], notes: readonly ('foot' | 'end')[]): fc.Arbitrary<Draft> {
  const parted = block.filter(({kind}) => !/^(?:pagebreak|table|code|box)$/.test(kind))
  return among(proseOn(pages, notes), parted)
}

function among(drafts: fc.Arbitrary<Draft>, blocks: fc.Arbitrary<Block>): fc.Arbitrary<Draft> {
  return drafts.chain(draft => fc.array(blocks, {minLength: 6, maxLength: 20}).map(others => {
    return {...draft, blocks: draft.blocks.slice(0, 20).flatMap((each, index) => [each, ...others.slice(index, index + 1)])}
  }))
}

export const drafts = draftsOn(['a6', 'a5', 'half-letter', '120mm x 190mm'])

const vocabulary = 'the of union and press a paper in hand workers printed to night it was cooperative which neighbourhood street they extraordinarily read folded sheet organisation by lamp committee'.split(' ')

/** A manuscript, its marks in the order of the text, and for each note the mark at its reference and its own first. */
/** `P3P page 12`: by the mark in front of it, with a mark that stands on the page. */
export type PageReference = {readonly reference: string; readonly target: string}

export type Written = {readonly files: Readonly<Record<string, string>>; readonly marks: readonly string[]; /** Those in plain paragraphs. */ readonly body: readonly string[]; /** Those in tables, code and boxes, of which a page takes whole ones or nothing. */ readonly whole: readonly string[]; readonly notes: readonly {readonly reference: string; readonly note: string}[]; readonly lateNotes: readonly string[]; /** Those that heads begin with. */ readonly heads: readonly string[]; /** Those in captions of figures. */ readonly captions: readonly string[]; readonly pages: readonly PageReference[]}

/** Write a draft as Markdown. */
export function write({page, openings, notes = 'foot', theme = 'classic', blocks, lastNote = 0}: Draft): Written {
  const heads = blocks.filter(({kind}) => kind === 'head').length
  const ink: Ink = {marks: [], body: [], whole: [], notes: [], definitions: [], pictures: {}, heads: [], captions: [], referring: [], headCount: heads, terms: 0}
  const written = blocks.map(each => {
    const before = ink.marks.length
    const text = writeBlock(each, ink)
    if (isWhole(each)) ink.whole.push(...ink.marks.slice(before))
    if (each.kind === 'figure') ink.captions.push(...ink.marks.slice(before))
    return text
  })
  const last = lastNote === 0 ? [] : [`${words(40, ink).join(' ')}${reference(lastNote, ink)}`]
  const text = [...written, ...last].join('\n\n')
  const front = `---\ntitle: Random\nlang: en\npage: ${page}\nopenings: ${openings}\nnotes: ${notes}\ntheme: ${theme}\nfrontmatter: none\n---\n\n`
  return {files: {'random.md': `${front}${text}\n\n${ink.definitions.join('\n\n')}\n`, ...ink.pictures}, marks: ink.marks, body: ink.body, whole: ink.whole, notes: notes === 'foot' ? ink.notes : [], lateNotes: notes === 'foot' ? [] : ink.notes.map(({note}) => note), heads: ink.heads, captions: ink.captions, pages: ink.referring.map(({reference, head}) => ({reference, target: ink.heads[head] ?? ''}))}
}

type Ink = {readonly marks: string[]; readonly body: string[]; readonly whole: string[]; readonly notes: {reference: string; note: string}[]; readonly definitions: string[]; readonly pictures: Record<string, string>; readonly heads: string[]; readonly captions: string[]; readonly referring: {reference: string; head: number}[]; readonly headCount: number; terms: number}

function mark(ink: Ink): string {
  const made = `Q${ink.marks.length}Z`
  ink.marks.push(made)
  return made
}

function words(count: number, ink: Ink): string[] {
  return Array.from({length: count}, (_, index) => index % 11 === Math.min(2, count - 1) ? mark(ink) : vocabulary[(index * 7 + ink.marks.length * 3) % vocabulary.length] ?? 'and')
}

/** A reference, whose note's own marks come later: notes are written behind the text. */
function reference(length: number, ink: Ink, {again = false, paragraphs = 1}: Partial<NoteDraft> = {}): string {
  if (length === 0) return ''
  const number = ink.definitions.length + 1
  const own = `N${number}N`
  ink.notes.push({reference: `R${number}R`, note: own})
  const rest = Array.from({length: length - 1}, (_, index) => vocabulary[(index * 5 + number) % vocabulary.length]).join(' ')
  const more = Array.from({length: paragraphs - 1}, () => `\n\n    ${vocabulary.slice(0, 12).join(' ')}`).join('')
  ink.definitions.push(`[^n${number}]: ${own} ${rest}${more}`)
  return ` R${number}R[^n${number}]${again ? ` again[^n${number}]` : ''}`
}

/** A place of the index, every third time; many under few terms, so that numbers merge and subentries go over pages. */
function term(ink: Ink): string {
  ink.terms++
  return ink.terms % 3 === 0 ? `:index[paper!of kind ${ink.terms % 60}]` : ink.terms % 3 === 1 ? `:index[hand ${ink.terms % 7}]` : ''
}

/** A reference to the page of some head, in longer paragraphs. */
function pageReference(count: number, ink: Ink): string {
  if (ink.headCount === 0 || count < 30) return ''
  const number = ink.referring.length + 1
  const head = (number * 7) % ink.headCount
  ink.referring.push({reference: `P${number}P`, head})
  return ` P${number}P\u00A0:page[h${head}]`
}

function isProse(block: Block): block is Prose {
  return block.kind === 'paragraph' || block.kind === 'quote'
}

function writeBlock(block: Block, ink: Ink): string {
  if (isProse(block)) return writeProse(block, ink)
  if (block.kind === 'head') return writeHead(block, ink)
  if (block.kind === 'list') return block.items.map((count, index) => `- ${words(count, ink).join(' ')}${index === 0 ? reference(block.note, ink) : ''}`).join('\n')
  if (block.kind === 'code') return `\`\`\`\n${Array.from({length: block.lines}, () => `code ${mark(ink)}`).join('\n')}\n\`\`\``
  if (block.kind === 'table') return writeTable(block, ink)
  if (block.kind === 'nested') return writeNested(block, ink)
  if (block.kind === 'pagebreak') return '::pagebreak'
  if (block.kind === 'box') return writeBox(block, ink)
  if (block.kind === 'poem') return writePoem(block, ink)
  return writeFigure(block, ink)
}

function writeBox({name, words: count, note}: Extract<Block, {kind: 'box'}>, ink: Ink): string {
  const all = words(count, ink)
  const lines = name === 'verse' ? Array.from({length: Math.ceil(count / 6)}, (_, line) => all.slice(line * 6, line * 6 + 6).join(' ')) : [all.join(' ')]
  return `:::${name}\n${lines.join('\n')}${reference(note, ink)}\n:::`
}

function writePoem({stanzas, note}: Extract<Block, {kind: 'poem'}>, ink: Ink): string {
  const written = stanzas.map((lines, stanza) => Array.from({length: lines}, (_, line) => words(3 + (stanza + line) % 6, ink).join(' ')).join('\n'))
  return `:::verse\n${written.join('\n\n')}${reference(note, ink)}\n:::`
}

function writeTable(block: Extract<Block, {kind: 'table'}>, ink: Ink): string {
  const noteOf = (index: number) => index === 1 ? block.note : block.hasNotes && index % 3 === 0 ? 9 : 0
  const rows = Array.from({length: block.rows}, (_, index) => `| ${words(2, ink).join(' ')} | row${term(ink)} ${reference(noteOf(index), ink)} |`)
  const table = ['| one | two |', '|---|---|', ...rows].join('\n')
  return block.isCaptioned ? `:::table[A caption]\n${table}\n:::` : table
}

function writeNested(block: Extract<Block, {kind: 'nested'}>, ink: Ink): string {
  const line = () => `${words(block.words, ink).join(' ')}${reference(block.note, ink)}`
  return Array.from({length: block.depth}, (_, level) => block.isList ? `${'  '.repeat(level)}- ${line()}` : `${'> '.repeat(level + 1)}${line()}\n${'> '.repeat(level + 1)}`).join('\n')
}

function writeFigure(block: Extract<Block, {kind: 'figure'}>, ink: Ink): string {
  const name = `p${Object.keys(ink.pictures).length}.svg`
  ink.pictures[name] = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="${block.heightPx}" viewBox="0 0 300 ${block.heightPx}"><rect width="300" height="${block.heightPx}" fill="#ccc"/></svg>`
  return `:::figure{${block.isWide ? '.wide ' : ''}${block.isAtFoot === true ? '.foot ' : ''}src=${name} alt="A box"}\n${words(block.caption, ink).join(' ')}${term(ink)}${reference(block.note, ink)}\n:::`
}

function writeHead(block: Extract<Block, {kind: 'head'}>, ink: Ink): string {
  const title = words(3, ink).join(' ')
  ink.heads.push(ink.marks.at(-1) ?? '')
  return `${'#'.repeat(block.depth)} ${title}${term(ink)}${reference(block.note, ink)} {#h${ink.heads.length - 1}}`
}

function writeProse(block: Prose, ink: Ink): string {
  const before = ink.marks.length
  const all = words(block.words, ink)
  if (block.kind === 'paragraph') ink.body.push(...ink.marks.slice(before))
  for (const note of block.notes.toSorted((a, b) => a.after - b.after)) {
    const at = Math.min(note.after, block.words - 1)
    all[at] = `${all[at] ?? ''}${reference(note.words, ink, note)}`
  }
  const at = Math.floor(block.words / 2)
  all[at] = `${all[at] ?? ''}${term(ink)}${pageReference(block.words, ink)}`
  return `${block.kind === 'quote' ? '> ' : ''}${all.join(' ')}`
}
