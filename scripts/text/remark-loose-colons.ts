/** Directives of other dialects, with a space behind their colons or a class for a name, and those that cannot be read: here their colons would be printed. */
import {distance} from 'fastest-levenshtein'
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {isLeaf, signOf} from './directives/directive.ts'
import {unclosedIn} from './directives/unclosed.ts'
import {fewColons, twoColonsAbove} from './few-colons.ts'
import {directiveNames} from './remark-directives.ts'
import {report} from './report.ts'
import type {Line} from './source-points.ts'
import {linesOf} from './source-points.ts'

/** Colons at a line's beginning, and what may be the name: `::: verse`, `:::{.verse}`, `::: {.verse #id}`. */
const opening = /^[ \t>]*(:{3,})(?:[ \t]+|(?=\{))(?:\{[ \t]*\.?)?([a-z][\w-]*)/i
const closing = /^[ \t>]*:{3,}[ \t]*$/
/** A name in its place, and a bracket behind it that the line does not end: `:::aside[Box`. */
const unended = /^[ \t>]*(:{3,})([a-z][\w-]*)\[((?:[^\]\\]|\\.)*)$/i
/** A name in its place, whose braces the parser could not read: `:::figure{src="a.png}`. */
const unread = /^[ \t>]*:{3,}[a-z][\w-]*(?:\[(?:[^\]\\]|\\.)*\])?\{/i
/** A space between a name and what belongs to it: `:::aside {.wide}`, `:::aside [Box]`. */
const apart = /^[ \t>]*(:{3,})([a-z][\w-]*)[ \t]+([{[].*[}\]])[ \t]*$/i
/** `:::aside(Box)`. */
const round = /^[ \t>]*(:{2,})([a-z][\w-]*)\(([^()\n]{0,200})\)/i

/** Say where a paragraph holds such colons, and how the directive is written; a backslash keeps them as text. */
export function remarkLooseColons() {
  return (tree: Root, file: VFile): void => {
    const source = String(file.value)
    // What is never closed is told itself; colons below it were meant to close it.
    const isOpen = unclosedIn(tree, source).length > 0
    /** Directives that were told of and not closed yet. */
    let open = 0
    visit(tree, 'paragraph', paragraph => {
      for (const {text, position} of linesOf(paragraph, source)) {
        const opens = reportOpeningIn({text, position}, file)
        if (!opens && closing.test(text) && open === 0 && !isOpen) reportClosing(file, {position}, twoColonsAbove(tree, position.start.line))
        open = Math.max(0, open + (opens ? 1 : closing.test(text) ? -1 : 0))
      }
    })
  }
}

const escape = 'To keep colons as text, put a backslash before the first.'

/** Whether a line was meant to open a directive: then it is told. */
function reportOpeningIn({text, position}: Line, file: VFile): boolean {
  const [, colons = ':::', name] = opening.exec(text) ?? []
  const few = fewColons(text, directiveNames)
  if (few) reportFew(file, {position}, few)
  else if (directiveNames.includes(round.exec(text)?.[2] ?? '')) reportRound(file, {position}, text.trim())
  else if (name !== undefined) reportOpening(file, {position}, colons, name)
  else if (apart.test(text)) reportApart(file, {position}, text.trim())
  else if (unread.test(text)) reportUnread(file, {position}, text.trim())
  else if (unended.test(text)) reportUnended(file, {position}, text.trim())
  else return false
  return true
}

function reportOpening(file: VFile, line: Pick<Line, 'position'>, colons: string, name: string): void {
  const nearest = directiveNames.includes(name) ? name : directiveNames.toSorted((a, b) => distance(name, a) - distance(name, b))[0] ?? ''
  const remedy = isLeaf(nearest) ? 'Write the name right behind two colons; it needs no closing line.' : 'Write the name right behind the colons.'
  report(file, 'unknown-directive', line, `Unexpected directive \`${name}\` apart from its colons, expected \`${isLeaf(nearest) ? signOf(nearest) : colons}${nearest}\``, `${remedy} ${escape}`)
}

function reportFew(file: VFile, line: Pick<Line, 'position'>, {typed, meant}: {readonly typed: string; readonly meant: string}): void {
  const end = meant.startsWith(':::') ? ', and `:::` on a line of its own behind what it holds' : ''
  report(file, 'unknown-directive', line, `Unexpected \`${typed.slice(0, 60)}\` alone on its line, expected a directive, \`${meant.slice(0, 60)}\``, `Write it so${end}. ${escape}`)
}

function reportRound(file: VFile, line: Pick<Line, 'position'>, typed: string): void {
  report(file, 'unknown-directive', line, `Unexpected round brackets in \`${typed.slice(0, 60)}\`, expected square ones: \`${typed.replace(/\(([^()]*)\)/, '[$1]').slice(0, 60)}\``, `Write square brackets. ${escape}`)
}

function reportUnended(file: VFile, line: Pick<Line, 'position'>, typed: string): void {
  report(file, 'unknown-directive', line, `Unexpected directive \`${typed.slice(0, 60)}\` whose bracket is not closed on its line, expected \`]\` at its end`, `A \`]\` is missing: write it behind the title. ${escape}`)
}

function reportUnread(file: VFile, line: Pick<Line, 'position'>, typed: string): void {
  report(file, 'unknown-directive', line, `Unexpected directive \`${typed.slice(0, 60)}\` whose braces cannot be read, expected \`{#id .class name="value"}\` at the end of its line`, `Put each value in quotation marks, with none of the same kind inside it, and close the braces on the line. ${escape}`)
}

function reportApart(file: VFile, line: Pick<Line, 'position'>, typed: string): void {
  report(file, 'unknown-directive', line, `Unexpected space in \`${typed.slice(0, 60)}\`, expected \`${typed.replace(/[ \t]+(?=[{[])/, '').slice(0, 60)}\``, `Take the space out: else the line is printed. ${escape}`)
}

function reportClosing(file: VFile, line: Pick<Line, 'position'>, above: {readonly name: string; readonly line: number} | undefined): void {
  const remedy = above ? `Write three colons before \`${above.name}\` in line ${above.line}, where two hold nothing.` : 'Take them out, or give what they close its name.'
  report(file, 'unknown-directive', line, 'Unexpected colons that close nothing, expected a directive `:::name` above them', `${remedy} ${escape}`)
}
