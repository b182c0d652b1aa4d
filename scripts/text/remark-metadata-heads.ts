/** Heads and lines such as `Author: Ann Lee` at the beginning of a file: metadata that would be set as text. */
import type {Heading, Root, RootContent} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'
import type {Line} from './source-points.ts'
import {linesOf} from './source-points.ts'

const keys: ReadonlyMap<string, string> = new Map(Object.entries({title: 'title', subtitle: 'subtitle', author: 'author', authors: 'author', year: 'date', date: 'date', 'release date': 'date', language: 'lang', lang: 'lang', publisher: 'publisher', editor: 'author', translator: 'author', illustrator: 'author'}))

/** Say which of the heads, or lines, that a file begins with are metadata; they stay what they are. */
export function remarkMetadataHeads() {
  return (tree: Root, file: VFile): void => {
    const content = tree.children.filter(node => node.type !== 'yaml' && node.type !== 'definition')
    const lines = keyLines(content[0], String(file.value))
    if (lines.length > 0) {
      reportLines(lines, file)
      return
    }
    const end = content.findIndex(node => node.type !== 'heading')
    const heads = content.slice(0, end === -1 ? content.length : end)
    for (const [index, head] of heads.entries()) {
      const key = keyOf(head)
      // The last head may have the text below it for its own, unless it goes on with what is metadata already.
      const hasText = index === heads.length - 1 && end !== -1 && keyOf(heads[index - 1]) === undefined
      if (key !== undefined && !hasText) reportHead(head, key, file)
    }
  }
}

/** `Title: …`, `Author: …` on lines of a paragraph (or of a head, where hyphens below made them one) that has no others; on a single line of a paragraph only a title. */
function keyLines(node: RootContent | undefined, source: string): readonly Line[] {
  if (node?.type !== 'paragraph' && node?.type !== 'heading') return []
  const written = linesOf(node, source)
  const lines = written.filter(({text}) => !/^[-=]+\s*$/.test(text))
  const keys = lines.map(({text}) => keyIn(text))
  const areKeys = lines.every(({text}) => /^[a-z -]{3,20}:\s/i.test(text)) && keys.filter(key => key !== undefined).length > 1
  const isAlone = lines.length === 1 && (node.type === 'paragraph' ? keys[0] === 'title' : keys[0] !== undefined && isFence(written.at(-1)?.text))
  return areKeys || isAlone ? lines : []
}

/** Hyphens that were meant to close metadata whose first fence is missing; under a head there are seldom just three. */
function isFence(line = ''): boolean {
  return /^---\s*$/.test(line)
}

function reportLines(lines: readonly Line[], file: VFile): void {
  const names = lines.map(({text}) => keyIn(text) ?? text.slice(0, text.indexOf(':')).toLowerCase())
  report(file, 'metadata-in-text', lines[0], `Unexpected ${lines.length === 1 ? 'line that reads' : 'lines that read'} like metadata, expected ${lines.length === 1 ? 'it' : 'them'} between two lines of \`---\``, `Write \`---\` on a line of its own above and below, and the ${lines.length === 1 ? 'key' : 'keys'} as ${names.map(name => `\`${name}:\``).join(', ')}; so they are printed as text.`)
}

function keyIn(line: string): string | undefined {
  return keys.get(/^([a-z ]{3,20}?)\s*:\s*\S/i.exec(line)?.[1]?.toLowerCase() ?? '')
}

function keyOf(node: RootContent | undefined): string | undefined {
  return node?.type === 'heading' ? keyIn(wordsOf(node)) : undefined
}

function wordsOf(heading: Heading): string {
  const words: string[] = []
  visit(heading, 'text', text => void words.push(text.value))
  return words.join('')
}

function reportHead(head: RootContent, key: string, file: VFile): void {
  report(file, 'metadata-in-text', head, `Unexpected head that reads like metadata, expected \`${key}\` in the front matter or in \`pamphlet.yaml\``, `Move it there, as \`${key}: …\`; as a head it is set as a chapter without text.`)
}
