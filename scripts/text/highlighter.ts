/** Tells the words of code apart, by the grammars of Shiki; loaded only for the languages that a manuscript names. */
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'

/** What a stretch of code is; undefined where it is nothing in particular. */
export type Token = {readonly text: string; readonly kind?: Kind}
export type Kind = 'comment' | 'keyword' | 'string' | 'number' | 'name'

/** Cut code into tokens; undefined where its language is not named or not known. The tokens joined are the code. */
export type Highlight = (code: string, language: string | undefined) => readonly Token[] | undefined

export const plain: Highlight = () => undefined

/** Grammars are regular expressions by many hands: what is longer than any code in print stays plain. */
const longestCode = 20_000
const longestLine = 1_000

/** A theme whose colours are the numbers of the kinds: so a token's colour tells what it is. */
const scopes: readonly (readonly [Kind, readonly string[]])[] = [
  ['comment', ['comment', 'punctuation.definition.comment']],
  ['string', ['string', 'string.regexp', 'markup.inline.raw']],
  ['number', ['constant.numeric', 'constant.language']],
  ['keyword', ['keyword', 'storage', 'keyword.control', 'entity.name.tag', 'markup.heading']],
  ['name', ['entity.name.function', 'entity.name.type', 'entity.name.class', 'entity.other.attribute-name', 'support.type.property-name']]
]
const colorOf = (index: number) => `#00000${index + 1}`
const theme = {
  name: 'kinds', type: 'light' as const, fg: '#000000', bg: '#ffffff',
  settings: [
    {settings: {foreground: '#000000', background: '#ffffff'}},
    ...scopes.map(([, scope], index) => ({scope: [...scope], settings: {foreground: colorOf(index)}})),
    {scope: ['keyword.operator', 'storage.type.function.arrow'], settings: {foreground: '#000000'}}
  ]
}
const kinds: ReadonlyMap<string, Kind> = new Map(scopes.map(([kind], index) => [colorOf(index), kind]))

/** Load the grammars that the trees ask for, and make the function; where none is asked for, nothing is loaded. */
export async function highlighterFor(trees: readonly Root[]): Promise<Highlight> {
  const named = languagesOf(trees)
  if (named.length === 0) return plain
  const [{createHighlighterCoreSync}, {createJavaScriptRegexEngine}, {bundledLanguages}] = await Promise.all([import('shiki/core'), import('shiki/engine/javascript'), import('shiki/langs')])
  const loaders = new Map(Object.entries(bundledLanguages))
  const known = named.filter(name => loaders.has(name))
  const modules = await Promise.all(known.map(async name => loaders.get(name)?.()))
  const shiki = createHighlighterCoreSync({themes: [theme], langs: modules.flatMap(module => module?.default ?? []), engine: createJavaScriptRegexEngine({forgiving: true}), warnings: false})
  return (code, language) => {
    if (language === undefined || !known.includes(language) || isLong(code)) return undefined
    // A limit of time would make the output depend on the machine.
    const lines = shiki.codeToTokensBase(code, {lang: language, theme: 'kinds', tokenizeTimeLimit: 0})
    return joined(lines.map(line => line.map(({content, color}) => tokenOf(content, color))))
  }
}

function languagesOf(trees: readonly Root[]): readonly string[] {
  const found = new Set<string>()
  for (const tree of trees) visit(tree, 'code', ({lang}) => {
    if (lang) found.add(lang.toLowerCase())
  })
  return [...found].toSorted()
}

function isLong(code: string): boolean {
  return code.length > longestCode || code.split('\n').some(line => line.length > longestLine)
}

function tokenOf(text: string, color: string | undefined): Token {
  const kind = kinds.get(color?.toLowerCase() ?? '')
  return kind === undefined ? {text} : {text, kind}
}

/** Join lines, and neighbours of one kind. */
function joined(lines: readonly (readonly Token[])[]): readonly Token[] {
  const tokens = lines.flatMap((line, index) => index === 0 ? line : [{text: '\n'}, ...line])
  return tokens.reduce<readonly Token[]>((before, token) => {
    const last = before.at(-1)
    return last && last.kind === token.kind ? [...before.slice(0, -1), {...last, text: last.text + token.text}] : [...before, token]
  }, [])
}
