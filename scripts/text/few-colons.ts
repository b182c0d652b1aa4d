/** Directives with fewer colons than they need, alone on a line: they would be printed, or hold nothing. */
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {isLeaf, signOf} from './directives/directive.ts'

/** `:verse`, `:: aside[Title]`, `::pagebreak::`. */
const short = /^[ \t>]*(:[ \t]?:[ \t]*|:)([a-z]+)(\[[^\]\n]*\])?(\{[^}\n]*\})?(?:[ \t]*:+)?[ \t]*$/

/** A line with too few colons before a name that is known: as it was typed, and what was meant. */
export function fewColons(line: string, names: readonly string[]): {readonly typed: string; readonly meant: string} | undefined {
  const [, , name = '', label = '', braces = ''] = short.exec(line) ?? []
  return names.includes(name) ? {typed: line.replace(/^[ \t>]+/, '').trim(), meant: `${signOf(name)}${name}${label}${braces}`} : undefined
}

/** The last directive with two colons above a line that should have three, since something closes it there. */
export function twoColonsAbove(tree: Root, line: number): {readonly name: string; readonly line: number} | undefined {
  let found: {readonly name: string; readonly line: number} | undefined
  visit(tree, 'leafDirective', ({name, position}) => {
    if (position && position.start.line < line && !isLeaf(name)) found = {name, line: position.start.line}
  })
  return found
}
