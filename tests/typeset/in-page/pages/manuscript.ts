/** Manuscripts for tests, in words that are all different, so that each can be found in the PDF. */

export type NoteDraft = {readonly words: number; readonly paragraphs?: number}

export type BlockDraft = {
  readonly kind: 'paragraph' | 'opening' | 'heading' | 'chapter' | 'recto' | 'list' | 'quote' | 'figure' | 'beside' | 'table' | 'pagebreak'
  /** Words, items times five, rows or px of a picture, by the kind. */
  readonly size: number
  /** Where notes are referred to, as a share of the block from 0 to 1. */
  readonly notes: readonly (NoteDraft & {readonly at: number})[]
}

export type Manuscript = {
  readonly body: string
  /** The words of every block and of every note, in order; a note is found by its id. */
  readonly blocks: readonly {readonly kind: BlockDraft['kind']; readonly words: readonly string[]}[]
  readonly notes: ReadonlyMap<string, readonly string[]>
}

const stems = ['a', 'the', 'fox', 'of', 'lamp', 'in', 'printer', 'to', 'readers', 'and', 'pamphlets', 'it', 'press', 'over', 'cheap', 'evening', 'street', 'is', 'by', 'wonderful']

type Writer = {count: number; readonly notes: Map<string, string[]>; readonly noteHtml: string[]; references: number}

/** A number in letters, of four of them, so that words are of natural lengths. */
function code(number: number): string {
  return [17576, 676, 26, 1].map(unit => String.fromCharCode(97 + Math.floor(number / unit) % 26)).join('').replace(/^aa?/, '')
}

function nextWord(writer: Writer, sign: string): string {
  writer.count++
  return `${stems[writer.count * 7 % stems.length] ?? ''}${sign}${code(writer.count)}`
}

/** Write the manuscript as HTML. */
export function write(drafts: readonly BlockDraft[]): Manuscript {
  const writer: Writer = {count: 0, notes: new Map(), noteHtml: [], references: 0}
  const blocks = drafts.map((draft, index) => ({kind: draft.kind, ...writeBlock(writer, draft, index)}))
  const chapters = blocks.map(({kind, html}, index) => kind === 'chapter' || kind === 'recto' ? `${index > 0 ? '</section>' : ''}<section class="chapter${kind === 'recto' ? ' recto' : ''}">${html}` : index === 0 ? `<section>${html}` : html).join('')
  const body = `<section class="front"><p id="front">front</p></section><main><div class="text">${chapters}</section></div><div class="endnotes" hidden></div></main><div class="notes-source" hidden>${writer.noteHtml.join('')}</div>`
  return {body, blocks, notes: writer.notes}
}

function writeBlock(writer: Writer, draft: BlockDraft, index: number): {html: string; words: readonly string[]} {
  const count = wordCount(draft)
  const words = Array.from({length: count}, () => nextWord(writer, 'B'))
  const marks = new Map<number, string>()
  for (const note of draft.notes) {
    const at = Math.min(count - 1, Math.floor(note.at * count))
    if (count > 0) marks.set(at, (marks.get(at) ?? '') + reference(writer, note))
  }
  const texts = words.map((word, at) => word + (marks.get(at) ?? ''))
  return {html: htmlOf(draft, texts, `b${index}`), words}
}

function wordCount({kind, size}: BlockDraft): number {
  if (kind === 'heading' || kind === 'chapter' || kind === 'recto') return 3
  if (kind === 'figure' || kind === 'beside') return 8
  if (kind === 'table') return size * 3 + 3
  return kind === 'pagebreak' ? 0 : Math.max(1, size)
}

function htmlOf({kind, size}: BlockDraft, texts: readonly string[], id: string): string {
  const text = texts.join(' ')
  switch (kind) {
    case 'paragraph': return `<p id="${id}">${text}</p>`
    case 'opening': return `<p id="${id}" class="opening">${text}</p>`
    case 'heading': return `<h3 id="${id}">${text}</h3>`
    case 'chapter':
    case 'recto': return `<h2 id="${id}">${text}</h2>`
    case 'list': return `<ul id="${id}">${groups(texts, 15).map(item => `<li>${item.join(' ')}</li>`).join('')}</ul>`
    case 'quote': return `<blockquote id="${id}">${groups(texts, 60).map(part => `<p>${part.join(' ')}</p>`).join('')}</blockquote>`
    case 'figure': return `<figure id="${id}"><div class="picture" style="height: ${size}px"></div><figcaption>${text}</figcaption></figure>`
    case 'beside': return `<figure id="${id}" class="beside"><div class="picture" style="height: ${size}px"></div><figcaption>${text}</figcaption></figure>`
    case 'table': return `<table id="${id}"><thead><tr>${texts.slice(0, 3).map(cell => `<th>${cell}</th>`).join('')}</tr></thead><tbody>${groups(texts.slice(3), 3).map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`
    case 'pagebreak': return '<div class="pagebreak"></div>'
  }
}

function groups(texts: readonly string[], size: number): readonly (readonly string[])[] {
  return Array.from({length: Math.ceil(texts.length / size)}, (_, index) => texts.slice(index * size, (index + 1) * size))
}

/** A new note and its reference; a note of no words refers to the note before. */
function reference(writer: Writer, {words: count, paragraphs = 1}: NoteDraft): string {
  writer.references++
  if (count > 0 || writer.notes.size === 0) addNote(writer, Math.max(1, count), paragraphs)
  const number = writer.notes.size
  return `<a class="noteref" id="ref-${writer.references}" href="#note-${number}">(${number})</a>`
}

function addNote(writer: Writer, count: number, paragraphs: number): void {
  const words = Array.from({length: count}, () => nextWord(writer, 'N'))
  const id = `note-${writer.notes.size + 1}`
  writer.notes.set(id, words)
  writer.noteHtml.push(`<div class="note" id="${id}">${groups(words, Math.ceil(count / paragraphs)).map(part => `<p>${part.join(' ')}</p>`).join('')}</div>`)
}
