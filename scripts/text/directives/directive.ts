/** What all directives share: what they are in Markdown's tree, and how they are given their HTML. */
import type {BlockContent, DefinitionContent, Paragraph, RootContent} from 'mdast'
import type {} from 'remark-directive'
import type {} from 'remark-rehype'

export type Directive = Extract<RootContent, {type: 'containerDirective' | 'leafDirective'}>
export type Container = Extract<RootContent, {type: 'containerDirective'}>

/** Set what the directive becomes: its element, its own classes and those (and the id) that the author gave it. */
export function element(node: Directive, hName: string, className: readonly string[], properties: Readonly<Record<string, string>> = {}): void {
  const {id, class: own} = node.attributes ?? {}
  const classes = [...className, ...(own ?? '').split(/\s+/)].filter(name => name !== '')
  node.data = {...node.data, hName, hProperties: {...properties, ...(id && {id}), ...(classes.length > 0 && {className: classes})}}
}

/** Tell whether a paragraph is what stands in the brackets after a directive's name. */
export function isLabel(node: Paragraph): boolean {
  return node.data?.directiveLabel === true
}

/** What a directive holds, as blocks: the words of a leaf are a paragraph. */
export function blocksOf(node: Directive): (BlockContent | DefinitionContent)[] {
  return node.type === 'leafDirective' ? [{type: 'paragraph', children: node.children}] : node.children
}

/** Tell whether a directive is a line that holds nothing. */
export function isLeaf(name: string): boolean {
  return name === 'pagebreak'
}

/** The colons that a directive is written with. */
export function signOf(name: string): string {
  return isLeaf(name) ? '::' : ':::'
}
