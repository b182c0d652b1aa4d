/**
 * The author's own style sheet, closed: what it refers to outside itself is taken out, and rules that are nested deeper
 * than any reader of CSS goes. Lines and columns stay as they are, so that what is said later names the right place.
 */
import * as csstree from '../css.ts'
import {message} from '../messages.ts'
import type {Message, Place} from '../types.ts'
import {isOutside} from './outside.ts'

export type ClosedStyle = {readonly text: string; readonly messages: readonly Message[]}

/** A piece of a style sheet, and what stands in its place. */
type Piece = {readonly start: number; readonly end: number; readonly instead: string; readonly isDeep?: boolean}

type Token = {readonly type: string; readonly start: number; readonly end: number}

/** Rules inside rules, brackets inside brackets: people write four or five. */
export const mostNested = 64

/** Close a style sheet. `name` is as messages call it. */
export function closedStyle(name: string, css: string): ClosedStyle {
  const tokens = tokensOf(css)
  const deep = deepPieces(tokens)
  const outside = outsidePieces(tokens, css).filter(({start}) => !deep.some(piece => start >= piece.start && start < piece.end))
  const pieces = [...deep, ...outside].toSorted((a, b) => a.start - b.start)
  const place = placer(name, css)
  return {text: without(css, pieces), messages: pieces.map(piece => tell(piece, css, place(piece.start)))}
}

function tell({start, end, isDeep}: Piece, css: string, place: Place): Message {
  if (isDeep) return message('bad-style', place, `Unexpected rule with more than ${mostNested} blocks or brackets inside each other, expected one that is nested less`, 'Take the rule apart; it is left out.')
  const shown = css.slice(start, Math.min(end, start + 100))
  if (/data:/i.test(shown)) return message('bad-style', place, `Unexpected drawing \`${shown}\` that names another file or runs, expected one that holds all it shows`, 'Take out what it refers to, or write the picture into it as a `data:` address.')
  return message('bad-style', place, `Unexpected reference \`${shown}\`, expected nothing outside the style sheet`, 'Write fonts and pictures into the style sheet as `data:` addresses.')
}

function tokensOf(css: string): readonly Token[] {
  const tokens: Token[] = []
  csstree.tokenize(css, (type, start, end) => void tokens.push({type: csstree.tokenNames[type] ?? '', start, end}))
  return tokens
}

const openers: Readonly<Record<string, string>> = {'{-token': '}-token', '(-token': ')-token', '[-token': ']-token', 'function-token': ')-token'}

/** Walk over the tokens with what is open at each; a closing brace closes what is open in its block as well. */
function walk(tokens: readonly Token[], enter: (token: Token, index: number, depth: number) => void): void {
  const open: string[] = []
  for (const [index, token] of tokens.entries()) {
    const closes = token.type === '}-token' ? open.lastIndexOf('}-token') : open.at(-1) === token.type ? open.length - 1 : -1
    if (closes >= 0) open.length = closes
    enter(token, index, open.length)
    const close = openers[token.type]
    if (close !== undefined) open.push(close)
  }
}

/** The outermost rules that hold more than may be. */
function deepPieces(tokens: readonly Token[]): readonly Piece[] {
  const pieces: Piece[] = []
  let [start, isDeep] = [-1, false]
  walk(tokens, (token, index, depth) => {
    if (start < 0 && !/^(?:whitespace|comment)-token$/.test(token.type)) start = token.start
    isDeep ||= depth >= mostNested
    const isEnd = depth === 0 && (token.type === '}-token' || token.type === 'semicolon-token')
    if (!isEnd && index < tokens.length - 1) return
    if (isDeep) pieces.push({start, end: token.end, instead: '', isDeep})
    ;[start, isDeep] = [-1, false]
  })
  return pieces
}

/** Imports, addresses of files, and pictures by their names. */
function outsidePieces(tokens: readonly Token[], css: string): readonly Piece[] {
  const pieces: Piece[] = []
  for (const [index, {start}] of tokens.entries()) {
    const piece = start < (pieces.at(-1)?.end ?? 0) ? undefined : pieceAt(tokens, index, css)
    if (piece) pieces.push(piece)
  }
  return pieces
}

function pieceAt(tokens: readonly Token[], index: number, css: string): Piece | undefined {
  const {type, start, end} = tokens[index] ?? {type: '', start: 0, end: 0}
  const text = css.slice(start, end)
  if (type === 'at-keyword-token') return nameOf(text.slice(1)) === 'import' ? {start, end: endOf(tokens, index, css.length), instead: ''} : undefined
  if (type === 'url-token') return isOutside(csstree.url.decode(text)) ? {start, end, instead: 'none'} : undefined
  if (type === 'bad-url-token') return {start, end, instead: 'none'}
  return type === 'function-token' && loading.has(nameOf(text.slice(0, -1))) ? functionAt(tokens, index, css) : undefined
}

function functionAt(tokens: readonly Token[], index: number, css: string): Piece | undefined {
  const {start, end} = tokens[index] ?? {start: 0, end: 0}
  const bare = css.slice(start, end).includes('\\') ? bareAddress(css, end) : undefined
  if (bare !== undefined) return isOutside(csstree.ident.decode(bare.trim())) ? {start, end: Math.min(end + bare.length + 1, css.length), instead: 'none'} : undefined
  const close = closeOf(tokens, index)
  return tokens.slice(index + 1, close).some(token => leadsOut(token, css)) ? {start, end: tokens[close]?.end ?? css.length, instead: 'none'} : undefined
}

/** Functions that take the address of a file as a string. */
const loading: ReadonlySet<string> = new Set(['url', 'src', 'image', 'image-set', '-webkit-image-set', 'cross-fade', '-webkit-cross-fade'])

/** What stands in \`u\\72l(…)\` without quotes: a browser reads the name first, and then an address; a tokenizer may see a function. */
function bareAddress(css: string, from: number): string | undefined {
  const [address = ''] = /^(?:\\[^]|[^)\\])*/.exec(css.slice(from, from + 10_000)) ?? []
  return /^\s*["']/.test(address) ? undefined : address
}

function nameOf(text: string): string {
  return csstree.ident.decode(text).toLowerCase()
}

function leadsOut({type, start, end}: Token, css: string): boolean {
  const text = css.slice(start, end)
  return type === 'string-token' && isOutside(csstree.string.decode(text)) || type === 'url-token' && isOutside(csstree.url.decode(text))
}

function endOf(tokens: readonly Token[], from: number, last: number): number {
  return tokens.slice(from, from + 200).find(({type}) => type === 'semicolon-token')?.end ?? tokens[from + 200]?.start ?? last
}

/** The index of the bracket that closes a function; the last token's where none does. */
function closeOf(tokens: readonly Token[], from: number): number {
  let open = 0
  for (let index = from; index < tokens.length; index++) {
    const type = tokens[index]?.type
    if (type === 'function-token' || type === '(-token') open++
    if (type === ')-token' && --open === 0) return index
  }
  return tokens.length - 1
}

/** Blanks in the place of what is taken out; line ends stay. */
function without(css: string, pieces: readonly Piece[]): string {
  let [text, end] = ['', 0]
  for (const {start, end: next, instead} of pieces) {
    text += css.slice(end, start) + instead + css.slice(start + instead.length, next).replace(/[^\n]/g, ' ')
    end = next
  }
  return text + css.slice(end)
}

function placer(file: string, css: string): (offset: number) => Place {
  const starts = [0, ...Array.from(css.matchAll(/\n/g), ({index}) => index + 1)]
  return offset => {
    const line = starts.findLastIndex(start => start <= offset)
    return {file, line: line + 1, column: offset - (starts[line] ?? 0) + 1}
  }
}
