/**
 * Brings raw HTML to HTML's own content model: a list round its items, no block among words, no link in a link. So every
 * edition is made of the same sound tree, and checkers of EPUBs are content. No word is lost; what was moved is said.
 */
import type {Element, ElementContent, Root, RootContent} from 'hast'
import {toString} from 'hast-util-to-string'
import type {VFile} from 'vfile'
import {elementsIn} from '../../elements.ts'
import {report} from '../report.ts'
import {asBlock, shapeDetails, shapeFigure} from './boxes.ts'
import type {Say} from './kinds.ts'
import {banned, element, isBlank, isBlock, isNamed, ofWordsAlone, runsOf} from './kinds.ts'
import {hasLink, shapeLink} from './links.ts'
import {shapeList, shapeTerms} from './lists.ts'
import {shapeRuby} from './ruby.ts'
import {shapeCaption, shapeTable} from './tables.ts'
import {partAtBlocks, pushDown, wordsOf} from './words.ts'

type Shape = (element: Element, say: Say) => ElementContent[]

const shapes: Readonly<Record<string, Shape>> = {
  bdo: bdo => [bdo.properties.dir === 'ltr' || bdo.properties.dir === 'rtl' ? bdo : {...bdo, tagName: 'span'}],
  caption: shapeCaption,
  colgroup: group => [group.children.some(child => isNamed(child, 'col')) ? without(group, 'span') : group],
  details: shapeDetails,
  dl: shapeTerms,
  figure: shapeFigure,
  ol: shapeList,
  rp: bracket => [{...bracket, children: [{type: 'text', value: toString({...bracket, children: wordsOf(bracket.children, ' ')})}]}],
  ruby: shapeRuby,
  table: shapeTable,
  ul: shapeList
}

/** Settle a tree from its leaves to its root: so every element finds sound content. */
export function rehypeContentModel() {
  return (tree: Root, file: VFile): void => {
    const say: Say = (node, where, expected, remedy) => report(file, 'misplaced-html', node, `Unexpected \`<${node.tagName}>\` ${where}, expected ${expected}`, remedy)
    const content = tree.children.filter((node): node is Exclude<RootContent, {type: 'doctype'}> => node.type !== 'doctype')
    tree.children = inParagraphs(takeIn('', content.flatMap(node => settle(node, '', say)), say))
  }
}

/** Words between blocks of the text are a paragraph; what a parser left of one goes. */
function inParagraphs(nodes: readonly ElementContent[]): ElementContent[] {
  return runsOf(nodes, node => isBlock(node) || isBlank(node)).flatMap(run => run.belongs ? run.nodes.filter(node => !isHollow(node)) : run.nodes.every(isHollow) ? [] : [element('p', run.nodes)])
}

/** A paragraph without words, pictures or anything with a name. */
function isHollow(node: ElementContent): boolean {
  if (node.type !== 'element') return isBlank(node)
  return Object.keys(node.properties).length === 0 && (node.tagName === 'p' || !isBlock(node)) && !isNamed(node, 'br', 'img', 'input', 'wbr') && node.children.every(isHollow)
}

function settle(node: ElementContent, parent: string, say: Say): ElementContent[] {
  // A formula has a model of its own, which it holds to already.
  if (node.type !== 'element' || node.tagName === 'math') return [node]
  // A block in a list of terms may hold a group of them, and stands for the list.
  const name = parent === 'dl' && node.tagName === 'div' ? parent : node.tagName
  node.children = takeIn(name, node.children.flatMap(child => settle(child, node.tagName, say)), say)
  unban(node, say)
  const shape = Object.hasOwn(shapes, node.tagName) ? shapes[node.tagName] : undefined
  return (shape?.(node, say) ?? [node]).flatMap(each => each.type === 'element' ? shapeWords(each, say) : [each])
}

/** An element of words is copied into so many blocks at most: where many nest, copies would multiply. */
const mostParted = 200

/** Keep blocks out of words, and links out of links. */
function shapeWords(node: Element, say: Say): ElementContent[] {
  if (node.tagName === 'a') return hasLink(node) ? shapeLink(node, say) : [node]
  const block = node.children.find(isBlock)
  if (ofWordsAlone.has(node.tagName)) return [shapeWordsAlone(node, block, say)]
  if (block?.type !== 'element') return [node]
  if (node.tagName === 'p') {
    say(block, 'in a paragraph', 'it between paragraphs', 'The paragraph was parted there. Write a blank line before it and behind it.')
    return partAtBlocks(node)
  }
  if (isBlock({...node, children: []})) return [node]
  if (node.tagName === 'ins' || node.tagName === 'del') return [node]
  if (elementsIn(node).filter(isBlock).length > mostParted) {
    say(block, `in \`<${node.tagName}>\``, 'words', `\`<${node.tagName}>\` was left out, for it holds more than ${mostParted} blocks. Write it inside each.`)
    return node.children
  }
  say(block, `in \`<${node.tagName}>\``, 'words', `It was set outside, with \`<${node.tagName}>\` around its words. Write \`<${node.tagName}>\` inside it.`)
  return pushDown(node, child => isBlock(child) ? 'enter' : 'held')
}

/** Of what holds nothing but words the blocks go, and their words stay. */
function shapeWordsAlone(node: Element, block: ElementContent | undefined, say: Say): Element {
  const isPre = node.tagName === 'pre'
  if (block?.type !== 'element') return isPre ? withoutFirstLineEnds(node) : node
  say(block, `in \`<${node.tagName}>\``, 'words', 'Its words were kept. Take its tags out of the text, too.')
  const words = {...node, children: wordsOf(node.children, isPre ? '\n' : ' ')}
  return isPre ? withoutFirstLineEnds(words) : words
}

/** Give parts of a list a list, and of other parts that stand outside what they are parts of the words. */
function takeIn(parent: string, children: readonly ElementContent[], say: Say): ElementContent[] {
  const homed = ['ul', 'ol'].includes(parent) ? children : group(children, ['li'], 'ul', shapeList, say)
  const grouped = parent === 'dl' ? homed : group(homed, ['dt', 'dd'], 'dl', shapeTerms, say)
  return grouped.flatMap(child => {
    if (isNamed(child, 'figcaption') && parent !== 'figure' || isNamed(child, 'summary') && parent !== 'details') {
      say(child, 'outside what it belongs to', `\`<${child.tagName === 'summary' ? 'details' : 'figure'}>\` around it`, 'Its words were kept.')
      return [asBlock(child)]
    }
    if (!isNamed(child, 'rb', 'rp', 'rt', 'rtc') || parent === 'ruby' || parent === 'rtc') return [child]
    say(child, 'outside a ruby', '`<ruby>` around it', 'Its words were kept.')
    return readingOf(child)
  })
}

/** The words of a reading that stands in no ruby. */
function readingOf(reading: Element): readonly ElementContent[] {
  return [{type: 'text', value: ' '}, ...reading.children.flatMap(child => isNamed(child, 'rb', 'rp', 'rt', 'rtc') ? readingOf(child) : [child])]
}

/** Put runs of parts into the list that they lack. */
function group(children: readonly ElementContent[], names: readonly string[], list: string, shape: Shape, say: Say): ElementContent[] {
  if (!children.some(child => isNamed(child, ...names))) return [...children]
  return runsOf(children, child => isNamed(child, ...names) || isBlank(child)).flatMap(run => {
    const first = run.nodes.find(node => isNamed(node, ...names))
    if (!first) return run.nodes
    say(first, 'outside a list', `\`<${list}>\` around it`, `It was given one. Write \`<${list}>\` before the first and \`</${list}>\` behind the last.`)
    return shape(element(list, run.nodes, first), say)
  })
}

/** Rename what may not stand in an element at any depth: a head is a paragraph there, a section a block. */
function unban(node: Element, say: Say): void {
  const names = Object.hasOwn(banned, node.tagName) ? banned[node.tagName] ?? [] : []
  if (names.length === 0) return
  const visit = (inner: ElementContent): void => {
    if (inner.type !== 'element') return
    if (names.includes(inner.tagName)) {
      say(inner, `in \`<${node.tagName}>\``, 'it elsewhere', 'Its words were kept as ordinary ones. Take its tags out of the text, too.')
      inner.tagName = inner.tagName === 'dfn' || inner.tagName === 'time' ? 'span' : /^h\d$/.test(inner.tagName) ? 'p' : 'div'
    }
    inner.children.forEach(visit)
  }
  node.children.forEach(visit)
}

/** A parser of HTML takes a line end right behind the tag for none, so that it would be there in some editions and not in others. */
function withoutFirstLineEnds(pre: Element): Element {
  const [first, ...rest] = pre.children
  return first?.type === 'text' ? {...pre, children: [{...first, value: first.value.replace(/^\n+/, '')}, ...rest]} : pre
}

function without(node: Element, name: string): Element {
  return {...node, properties: Object.fromEntries(Object.entries(node.properties).filter(([key]) => key !== name))}
}
