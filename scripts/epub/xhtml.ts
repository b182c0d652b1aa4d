/** From HTML trees to text that is XML. */
import type {ElementContent} from 'hast'
import {toXast} from 'hast-util-to-xast'
import {toXml} from 'xast-util-to-xml'

/** All that XML 1.0 forbids: control characters, halves of surrogate pairs, two noncharacters. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Elements that never hold anything; only they may be written `<br/>`, so that HTML parsers read the same tree. */
const voids = /><\/(?:br|hr|img|col|wbr)>/g

/** Take out the characters that XML forbids. */
export function xmlText(text: string): string {
  return text.replaceAll(forbidden, '')
}

/** Make one line of text for metadata and labels: allowed characters, single spaces, none at the ends. */
export function lineOf(text: string): string {
  return xmlText(text).replaceAll(/\s+/g, ' ').trim()
}

/** Write nodes as XHTML. The namespace of HTML has to be declared around them; those of SVG and MathML are written. */
export function toXhtml(children: readonly ElementContent[]): string {
  // The wrapper is not printed: it keeps the namespace from being declared on every node.
  const wrapper = toXast({type: 'element', tagName: 'div', properties: {}, children: [...children]})
  if (wrapper.type !== 'element') throw new TypeError(`Unexpected \`${wrapper.type}\`, expected an element`)
  return toXml(wrapper.children).replaceAll(voids, '/>').replaceAll(']]>', ']]&gt;')
}

/** Collect the text of nodes, as a reader hears it: a picture speaks its alternative text. */
export function textOf(children: readonly ElementContent[]): string {
  return children.map(node => node.type === 'text' ? node.value : node.type === 'element' ? elementText(node) : '').join('')
}

function elementText({tagName, properties, children}: Extract<ElementContent, {type: 'element'}>): string {
  if (tagName === 'img') return typeof properties.alt === 'string' ? properties.alt : ''
  return tagName === 'br' ? ' ' : textOf(children)
}
