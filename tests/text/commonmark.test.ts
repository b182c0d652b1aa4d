import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {Element, RootContent} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {describe, expect, test} from 'vitest'
import {parse} from '../../scripts/manuscript/parse.ts'
import {compose} from '../../scripts/text/compose.ts'
import type {Asset} from '../../scripts/types.ts'
import {metadata} from '../stock.ts'

type Example = {readonly markdown: string; readonly html: string; readonly section: string; readonly number: number}

/** The package shows tabs as arrows. */
const examples = (createRequire(import.meta.url)('commonmark-spec') as {tests: readonly Example[]}).tests
  .map(example => ({...example, markdown: example.markdown.replaceAll('→', '\t'), html: example.html.replaceAll('→', '\t')}))

/** What comes out otherwise than the specification says, and why. Everything else must agree. */
const exceptions = new Map<number, string>(JSON.parse(readFileSync('tests/text/commonmark-exceptions.json', 'utf8')) as [number, string][])

const composed = ({markdown}: Example) => {
  const tree = parse(markdown)
  const pamphlet = compose({
    files: [{name: 'input.md', text: markdown, tree}],
    metadata: {...metadata, title: 'No head has this title', lang: 'en-GB'},
    assets: everyAsset,
    messages: []
  })
  return pamphlet.chapters.flatMap(({heading, children}) => heading ? [heading, ...children] : children)
}

/** Every picture that an example may speak of is there. */
class EveryAsset extends Map<string, Asset> {
  override get(name: string): Asset {
    return {name, mediaType: 'image/png', bytes: new Uint8Array(), widthPx: 1, heightPx: 1}
  }
}
const everyAsset = new EveryAsset()

describe('CommonMark 0.31.2', () => {
  test.each(examples.filter(({number}) => !exceptions.has(number)).map(example => [example.number, example.section, example] as const))('example %i (%s)', (_number, _section, example) => {
    expect(canonical(composed(example))).toBe(canonical(inParagraphs(fromHtml(example.html, {fragment: true}).children)))
  })

  test('all 652 examples are there, and every exception still is one', () => {
    expect(examples).toHaveLength(652)
    const mended = examples.filter(({number}) => exceptions.has(number)).filter(example => canonical(composed(example)) === canonical(inParagraphs(fromHtml(example.html, {fragment: true}).children)))
    expect(mended.map(({number}) => number)).toEqual([])
  })
})

const ofWords = ['a', 'code', 'del', 'em', 'i', 'img', 'span', 'strong']

/** Words of raw HTML that stand bare between blocks get a paragraph; an empty one goes. */
function inParagraphs(nodes: readonly RootContent[]): readonly RootContent[] {
  const blocks: Element[] = []
  let isOpen = false
  for (const node of nodes) {
    const isWords: boolean = node.type === 'text' ? node.value.trim() !== '' || isOpen : node.type === 'element' && ofWords.includes(node.tagName) && !node.children.some(child => child.type === 'element' && child.tagName === 'p')
    if (isWords && !isOpen) blocks.push({type: 'element', tagName: 'p', properties: {}, children: []})
    if (isWords && node.type !== 'doctype') blocks.at(-1)?.children.push(node)
    else if (node.type === 'element') blocks.push(node)
    isOpen = isWords
  }
  return blocks.filter(({tagName, children}) => tagName !== 'p' || children.length > 0)
}

/**
 * Write a tree in one way, without what the program changes on purpose in any text: ranks of heads, ids, places, links
 * that lead nowhere, figures around lone pictures, typographic marks, white space between blocks.
 */
function canonical(nodes: readonly RootContent[]): string {
  return nodes.map(node => node.type === 'text' ? plain(node.value) : node.type === 'element' ? element(node) : '').join('').replaceAll(/\s+/g, ' ').replaceAll(/ ?(<\/?(?:p|ul|ol|li|blockquote|pre|h|hr|code)\b[^>]*>) ?/g, '$1').trim()
}

function plain(text: string): string {
  return text.replaceAll(/[‘’′]/g, "'").replaceAll(/[“”″]/g, '"').replaceAll(/—|–|−|-{2,3}/g, '-').replaceAll('…', '...').replaceAll(/[\u00A0\u202F]/g, ' ').replaceAll('½', '1/2')
}

function element({tagName, properties, children}: Element): string {
  const lone = children.filter(child => child.type !== 'text' || child.value.trim() !== '')
  const [only] = lone
  if ((tagName === 'p' || tagName === 'figure') && lone.length <= 2 && only?.type === 'element' && only.tagName === 'img' && (tagName === 'figure' || lone.length === 1)) return `<p>${element(only)}</p>`
  const name = /^h[1-6]$/.test(tagName) ? 'h' : tagName
  const kept = ['href', 'start', 'alt', 'className'].flatMap(key => value(tagName, key, properties[key]))
  return `<${name}${kept.join('')}>${canonical(children)}</${name}>`
}

function value(tagName: string, key: string, given: Element['properties'][string]): readonly string[] {
  const of = Array.isArray(given) ? given.join(',') : String(given ?? '')
  if (of === '' || (key === 'className' && tagName !== 'code')) return []
  if (key === 'href' && !/^(?:https?:|mailto:)/i.test(of)) return []
  return [` ${key}="${plain(of)}"`]
}
