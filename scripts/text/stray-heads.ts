/** Heads that are read as text, and text that is read as a head. */
import type {Heading, Paragraph, Root} from 'mdast'
import type {VFile} from 'vfile'
import {report} from './report.ts'
import type {Line} from './source-points.ts'
import {linesOf} from './source-points.ts'
import {shown} from './written.ts'

/** Say where a line begins with the signs of a head and no space, and where hyphens below a text make it a head; outside lists and quotations. */
export function reportStrayHeads(tree: Root, file: VFile): void {
  for (const child of tree.children) {
    if (child.type === 'paragraph') reportUnspaced(child, file)
    if (child.type === 'heading') reportUnderlined(child, file)
  }
}

/** `#Head`, `##Head`. */
function reportUnspaced(paragraph: Paragraph, file: VFile): void {
  const lines = linesOf(paragraph, String(file.value))
  for (const [index, line] of lines.entries()) {
    const [, signs = '', words = ''] = /^(#{1,6})(?=\p{L})([^\n]{1,120})/u.exec(line.text) ?? []
    if (signs.length > 1 || (signs !== '' && isTitle(words) && isOver(lines, index))) {
      report(file, 'stray-markup', line, `Unexpected \`${shown(signs + words)}\` without a space, expected \`${signs} ${shown(words)}\`: it is printed as it was typed`, `Write a space behind \`${signs}\`. To keep the signs as text, put a backslash before the first.`)
    }
  }
}

/** Whether a line is the last of its paragraph, or the next begins anew, as no hashtag's does that an editor wrapped. */
function isOver(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1]?.text
  return next === undefined || /^(?:#{1,6}\p{L}|["“„«‘'(]?\p{Lu})/u.test(next)
}

/** Several words without a stop, or one with a capital at its beginning alone; behind a single sign, another word or a sentence is a hashtag's. */
function isTitle(words: string): boolean {
  return /^\p{Lu}\p{Ll}+$/u.test(words) || /\S\s+\S/.test(words) && !/[#.,;:!?…]/.test(words)
}

const longestHead = 120

/** `---` right below a paragraph, meant as a break: a head is short, and has no full stop. */
function reportUnderlined(heading: Heading, file: VFile): void {
  const lines = linesOf(heading, String(file.value))
  const sign = /^[ \t]*([-=])[-=]*[ \t]*$/.exec(lines.at(-1)?.text ?? '')?.[1]
  const words = lines.slice(0, -1).map(({text}) => text.trim()).join(' ')
  if (lines.length < 2 || sign === undefined || !isProse(words)) return
  report(file, 'stray-markup', lines[0], `Unexpected head \`${shown(words)}\`, expected a paragraph: \`${sign.repeat(3)}\` below it makes it one`, `Put an empty line above \`${sign.repeat(3)}\` where a break is meant, or take it out.`)
}

/** Longer than a head, or of some words and with a stop that no head ends with; an abbreviation may. */
function isProse(words: string): boolean {
  return words.length > longestHead || (/\p{Ll}{2}[”"’»)]?[.;,][”"’»)]?$/u.test(words) && words.split(/\s+/).length > 4)
}
