/** Heads such as `# Author: Ann Lee` at the beginning of a file: metadata that would be set as chapters without text. */
import type {Heading, Root, RootContent} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from './report.ts'

const keys: ReadonlyMap<string, string> = new Map(Object.entries({title: 'title', subtitle: 'subtitle', author: 'author', authors: 'author', year: 'date', date: 'date', 'release date': 'date', language: 'lang', publisher: 'publisher', editor: 'author', translator: 'author', illustrator: 'author'}))

/** Say which of the heads that a file begins with are metadata; they stay heads. */
export function remarkMetadataHeads() {
  return (tree: Root, file: VFile): void => {
    const content = tree.children.filter(node => node.type !== 'yaml' && node.type !== 'definition')
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

function keyOf(node: RootContent | undefined): string | undefined {
  return node?.type === 'heading' ? keys.get(/^([a-z ]{3,20}?)\s*:\s*\S/i.exec(wordsOf(node))?.[1]?.toLowerCase() ?? '') : undefined
}

function wordsOf(heading: Heading): string {
  const words: string[] = []
  visit(heading, 'text', text => void words.push(text.value))
  return words.join('')
}

function reportHead(head: RootContent, key: string, file: VFile): void {
  report(file, 'metadata-in-text', head, `Unexpected head that reads like metadata, expected \`${key}\` in the front matter or in \`pamphlet.yaml\``, `Move it there, as \`${key}: …\`; as a head it is set as a chapter without text.`)
}
