/** The marks that terms of the index leave in the text: empty, so that they disturb no line. */
import type {Nodes, Root} from 'hast'
import {elementsIn} from '../elements.ts'

/** Tell whether a node is a mark, numbered by now or not. */
export function isMark(node: Nodes): boolean {
  if (node.type !== 'element') return false
  const {dataIndex, className} = node.properties
  return dataIndex !== undefined || (Array.isArray(className) && className.includes('index-mark'))
}

/** Give each mark of a tree its id, in place: the one that `idOf` knows for its number in the file, each once. */
export function nameMarks(tree: Root, idOf: (number: number) => string | undefined, taken: Set<string>): void {
  for (const element of elementsIn(tree)) {
    if (element.properties['dataIndex'] === undefined) continue
    const id = idOf(Number(element.properties['dataIndex']))
    const isFree = id !== undefined && !taken.has(id)
    if (isFree) taken.add(id)
    element.properties = {className: ['index-mark'], ...(isFree && {id})}
    element.children = []
  }
}
