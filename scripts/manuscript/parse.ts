/** From Markdown to mdast: CommonMark and GFM whole, front matter, block directives; every node with its position. */
import type {Root} from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified, type Data, type Processor} from 'unified'
import {signsInWords} from './signs-in-words.ts'
import {parseVerse} from './verse-spaces.ts'

type SyntaxExtension = NonNullable<Data['micromarkExtensions']>[number]
type Construct = Extract<NonNullable<NonNullable<SyntaxExtension['text']>[number]>, {tokenize: unknown}>
type Tokenizer = Construct['tokenize']
type Codes = Parameters<ReturnType<Tokenizer>>[0]

const colon = 58

const bracket = 91

/** The text directives of the dialect; each has its brackets. */
export const textDirectives: readonly string[] = ['index', 'page']

const ofTheDialect = parser(textDirectives)

/**
 * Parse one file. Directives are `:::name` around blocks and `::name` on a line of its own; of text directives only
 * those with a known name and brackets, `:name[…]`: any other colon is a colon. Throws RangeError where the nesting is deeper than the stack.
 */
export function parse(text: string, names: readonly string[] = textDirectives): Root {
  const chosen = names === textDirectives ? ofTheDialect : parser(names)
  return parseVerse(text, verse => chosen.parse(verse))
}

/** Make a parser; it is frozen, and called it gives one that takes more plugins. */
export function parser(textDirectives: readonly string[]): Processor<Root> {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkFrontmatter, ['yaml'])
    .use(remarkDirective)
    .use(onlyTextDirectives, textDirectives)
    .use(withSignsInWords)
    .freeze()
}

function withSignsInWords(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...data.micromarkExtensions ?? [], signsInWords]
}

/** Leave the text construct of the directives out, or guard it by the known names. */
function onlyTextDirectives(this: Processor, names: readonly string[]): void {
  const data = this.data()
  data.micromarkExtensions = data.micromarkExtensions?.map(extension => isDirective(extension) ? guarded(extension, names) : extension) ?? []
}

/** The one extension that begins both blocks and text at a colon. */
function isDirective(extension: SyntaxExtension): boolean {
  return extension.flow?.[colon] !== undefined && extension.text?.[colon] !== undefined
}

function guarded({text, ...extension}: SyntaxExtension, names: readonly string[]): SyntaxExtension {
  const constructs = [text?.[colon] ?? []].flat()
  return names.length === 0 ? extension : {...extension, text: {[colon]: constructs.map(construct => guard(construct, names))}}
}

/** Try a construct only where one of the names follows the colon: what is not tried stays text as it was written. */
function guard(construct: Construct, names: readonly string[]): Construct {
  const known = {tokenize: tokenizeKnownName(names), partial: true}
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return effects.check(known, construct.tokenize.call(this, effects, ok, nok), nok)
    }
  }
}

function tokenizeKnownName(names: readonly string[]): Tokenizer {
  const known = new Set(names)
  const longest = Math.max(...names.map(name => name.length))
  return (effects, ok, nok) => {
    let name = ''
    return code => {
      effects.enter('data')
      effects.consume(code)
      return next
    }
    function next(code: Codes): ReturnType<typeof ok> {
      if (code !== null && name.length <= longest && /[\p{L}\p{N}_-]/u.test(characterOf(code))) {
        name += characterOf(code)
        effects.consume(code)
        return next
      }
      effects.exit('data')
      return known.has(name) && code === bracket ? ok(code) : nok(code)
    }
  }
}

/** Line ends and tabs are negative codes; none of them is part of a name. */
function characterOf(code: NonNullable<Codes>): string {
  return code < 0 ? '\n' : String.fromCodePoint(code)
}
