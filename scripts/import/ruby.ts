/** Readings above words, which stand in Markdown as HTML does. */
import type {Element, ElementContent} from 'hast'
import type {PhrasingContent, RootContent} from 'mdast'
import type {State} from './figures.ts'
import {inlineHtml} from './inline-html.ts'

/** The element `ruby` as mdast; signs for those who cannot show it go. */
export function rubyOf(state: State, ruby: Element): PhrasingContent[] {
  return [inlineHtml([{type: 'html', value: '<ruby>'}, ...ruby.children.flatMap(child => partOf(state, child)), {type: 'html', value: '</ruby>'}])]
}

function partOf(state: State, node: ElementContent): PhrasingContent[] {
  if (node.type !== 'element') return phrasing(state.all({type: 'root', children: [node]}))
  if (node.tagName === 'rp') return []
  if (node.tagName === 'rtc' || node.tagName === 'rb') return node.children.flatMap(child => partOf(state, child))
  if (node.tagName === 'rt') return [{type: 'html', value: '<rt>'}, ...phrasing(state.all(node)), {type: 'html', value: '</rt>'}]
  return phrasing(state.all({type: 'root', children: [node]}))
}

function phrasing(nodes: readonly RootContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => node.type === 'paragraph' ? node.children : isPhrasing(node) ? [node] : [])
}

function isPhrasing(node: RootContent): node is PhrasingContent {
  return ['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'link', 'image', 'html', 'break', 'footnoteReference', 'inlineMath'].includes(node.type)
}
