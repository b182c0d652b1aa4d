/** Stars between figures and single tildes between letters: sums, sizes and Pandoc's subscripts, and no markup. */
import type {Data} from 'unified'

type SyntaxExtension = NonNullable<Data['micromarkExtensions']>[number]
type Construct = Extract<NonNullable<NonNullable<SyntaxExtension['text']>[number]>, {tokenize: unknown}>
type Codes = Parameters<ReturnType<Construct['tokenize']>>[0]

const star = 42
const tilde = 126

const figure = /^\d$/
const letter = /^[\p{L}\p{N}]$/u
const letterOrBracket = /^[\p{L}\p{N})\]]$/u

/** `2*3*4`, `2**3`, `CO~2~`: what CommonMark and GFM would take for stress and strike through stays as it was written. */
export const signsInWords: SyntaxExtension = {text: {[star]: between(figure, figure, 2), [tilde]: between(letterOrBracket, letter, 1)}}

/** A run of up to `longest` signs is text where characters of such kinds stand on its two sides. */
function between(before: RegExp, after: RegExp, longest: number): Construct {
  const previous = (code: Codes) => is(before, code)
  return {
    previous,
    tokenize(effects, ok, nok) {
      const isBehind = previous(this.previous)
      let length = 0
      return code => {
        if (!isBehind) return nok(code)
        effects.enter('data')
        return inRun(code)
      }
      function inRun(code: Codes): ReturnType<typeof ok> {
        if (length > 0 && is(after, code)) {
          effects.exit('data')
          return ok(code)
        }
        if (length === longest || (code !== star && code !== tilde)) return nok(code)
        length++
        effects.consume(code)
        return inRun
      }
    }
  }
}

/** Line ends and tabs are negative codes. */
function is(kind: RegExp, code: Codes): boolean {
  return code !== null && code > 0 && kind.test(String.fromCharCode(code))
}
