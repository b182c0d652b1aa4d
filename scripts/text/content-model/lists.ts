/** Lists: items stand in lists, and lists hold nothing but items. */
import type {Element, ElementContent} from 'hast'
import type {Say} from './kinds.ts'
import {element, isBlank, isNamed, runsOf} from './kinds.ts'

const expected = '`<li>` and nothing else in it'

/** Give everything in a list an item: a list right inside it belongs to the item before it. */
export function shapeList(list: Element, say: Say): ElementContent[] {
  const items: ElementContent[] = []
  for (const {belongs, nodes} of runsOf(list.children, node => isNamed(node, 'li') || isBlank(node))) {
    if (belongs) items.push(...nodes)
    else addLoose(list, items, nodes, say)
  }
  if (list.tagName !== 'ol') for (const item of items) if (isNamed(item, 'li')) Reflect.deleteProperty(item.properties, 'value')
  return [{...list, children: items}]
}

function addLoose(list: Element, items: ElementContent[], nodes: readonly ElementContent[], say: Say): void {
  const last = items.findLast(item => isNamed(item, 'li'))
  const named = nodes.find(node => node.type === 'element')
  if (named) say(named, 'between the items of a list', expected, 'It was put into an item. Write it into an `<li>`.')
  if (isNamed(nodes[0], 'ul', 'ol') && isNamed(last, 'li')) last.children.push(...nodes)
  else items.push(element('li', nodes, list))
}

/** Make of terms and descriptions the groups that there have to be: each has a term at least and a description. */
export function shapeTerms(list: Element, say: Say): ElementContent[] {
  const parts = list.children.flatMap(node => isNamed(node, 'div') ? node.children : [node])
  const inPlace = runsOf(parts, node => isNamed(node, 'dt', 'dd') || isBlank(node))
    .flatMap(run => run.belongs ? run.nodes : [describing(list, run.nodes, say)])
  const children: ElementContent[] = []
  let before = 'dd'
  for (const node of inPlace) {
    if (isNamed(node, 'dd') && !children.some(child => isNamed(child, 'dt'))) children.push(partner('dt', node, say))
    if (isNamed(node, 'dt', 'dd')) before = node.tagName
    children.push(node)
  }
  const last = children.findLast(child => isNamed(child, 'dt'))
  if (before === 'dt' && isNamed(last, 'dt')) children.push(partner('dd', last, say))
  return [{...list, children}]
}

function describing(list: Element, nodes: readonly ElementContent[], say: Say): Element {
  const made = element('dd', nodes, list)
  const named = nodes.find(node => node.type === 'element')
  if (named) say(named, 'between terms and descriptions', '`<dt>` and `<dd>`', 'It was put into a `<dd>`. Write it into one.')
  return made
}

/** An empty term or description: it keeps the group whole, and shows nothing. */
function partner(tagName: 'dt' | 'dd', beside: Element, say: Say): Element {
  say(beside, tagName === 'dt' ? 'without its term' : 'without its description', `\`<${tagName}>\` ${tagName === 'dt' ? 'before' : 'behind'} it`, `Write the \`<${tagName}>\`, or take the list apart into paragraphs.`)
  return {type: 'element', tagName, properties: {}, children: []}
}
