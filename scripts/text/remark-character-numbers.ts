/** `&#0;` and other numbers that name no character: Markdown puts U+FFFD in their place, which prints as a box. */
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'

const lost = '\uFFFD'
const numbered = /&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi

/** Say which numbers name nothing, and leave their signs out. */
export function remarkCharacterNumbers() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'text', node => {
      if (!node.value.includes(lost) || !node.position) return
      const {start, end} = node.position
      const source = String(file.value).slice(start.offset, end.offset)
      const numbers = [...source.matchAll(numbered)].filter(([, hex, decimal]) => isNothing(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)))
      for (const {0: written, index} of numbers) {
        const before = source.slice(0, index).split('\n')
        const place = before.length === 1 ? {line: start.line, column: start.column + index} : {line: start.line + before.length - 1, column: (before.at(-1) ?? '').length + 1}
        report(file, 'unseen-character', {position: {start: place}}, `Unexpected \`${written}\`, which is the number of no character, expected one that can be printed`, 'It was left out. Type the character itself.')
      }
      if (numbers.length > 0 && !source.includes(lost)) node.value = node.value.replaceAll(lost, '')
    })
  }
}

/** What CommonMark refuses (2.5), and what it knows besides as no character: controls, surrogates, noncharacters. */
function isNothing(code: number): boolean {
  return code > 0x10FFFF || (code & 0xFFFE) === 0xFFFE || !/[^\p{Cc}\p{Cs}\uFDD0-\uFDEF]|[\t\n\f\r ]/u.test(String.fromCodePoint(code))
}
