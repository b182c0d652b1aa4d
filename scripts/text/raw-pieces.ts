/** Raw HTML, taken apart into tags, comments and what stands between, each with its place. */
import type {Point} from 'unist'

/** A part of a piece of raw HTML, as it was written. */
export type Piece = {
  /** `space`: nothing is left of it but that words beside it stand apart. */
  readonly kind: 'html' | 'text' | 'comment' | 'opening' | 'closing' | 'space'
  /** The element's name in small letters; empty where it is no tag. */
  readonly name: string
  readonly value: string
  readonly position: {start: Point; end: Point}
  /** Whether a comment or a tag lacks its end. */
  readonly isCut: boolean
}

/** Elements whose content is no HTML (HTML, 13.1.2): everything up to their closing tag is theirs. Others, whose words stay, hold HTML here. */
const rawText = new Set(['script', 'style'])

/** Comments, instructions, CDATA and declarations; the last is one of them without its end, which holds all the rest. */
const comment = String.raw`!--(?:-?>|[^]*?--!?>)|\?[^]*?\?>|!\[CDATA\[[^]*?\]\]>|!(?!--|\[CDATA\[)[^>]*>|([!?][^]*)`
/** A tag ends at the first `>` that is in no quotes behind `=`. */
const tag = String.raw`(\/?)([a-z][^\s/>]*)(?:=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$))|=(?!\s*["'])|[^=>]+)*(>|$)`
/** What begins no markup is text; a parser would take `</ ` for a comment. */
const loose = String.raw`(\/?)`

/** Take raw HTML apart; `start` is the place of its first letter. */
export function piecesOf(html: string, start: Point): readonly Piece[] {
  const markup = new RegExp(`<(?:${comment}|${tag}|${loose})`, 'gi')
  const place = placesIn(html, start)
  const pieces: Piece[] = []
  let done = 0
  const add = (kind: Piece['kind'], end: number, name = '', isCut = false) => {
    if (end > done) pieces.push({kind, name, value: html.slice(done, end), position: {start: place(done), end: place(end)}, isCut})
    done = Math.max(done, end)
  }
  for (let match = markup.exec(html); match; match = markup.exec(html)) {
    const [, cutComment, slash, name = '', tagEnd, looseSlash] = match
    add('html', match.index)
    add(looseSlash !== undefined ? 'text' : name === '' ? 'comment' : slash === '/' ? 'closing' : 'opening', markup.lastIndex, name.toLowerCase(), cutComment !== undefined || tagEnd === '')
    if (slash === '' && rawText.has(name.toLowerCase())) add('html', endOfRawText(html, done, name))
    markup.lastIndex = done
  }
  add('html', html.length)
  return pieces
}

/** Where the closing tag begins; without one right here, for then the tag only looks like one. */
function endOfRawText(html: string, from: number, name: string): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  closing.lastIndex = from
  return closing.exec(html)?.index ?? from
}

/** Turn offsets that only grow into places, in one walk through the text. */
function placesIn(html: string, start: Point): (offset: number) => Point {
  let line = start.line
  let lineStart = 1 - start.column
  let seen = 0
  return offset => {
    for (; seen < offset; seen += 1) {
      if (html[seen] !== '\n') continue
      line += 1
      lineStart = seen + 1
    }
    return {line, column: offset - lineStart + 1, ...(start.offset !== undefined && {offset: start.offset + offset})}
  }
}
