/** The boxes of a list of tasks say what they show, to those who do not see them. */
import type {Root, RootContent} from 'hast'
import {wordsFor} from '../words.ts'

/** Name every box in the language that it stands in. */
export function rehypeTasks({lang}: {readonly lang: string}) {
  return (tree: Root): void => tree.children.forEach(child => nameBoxes(child, lang))
}

function nameBoxes(node: RootContent, around: string): void {
  if (node.type !== 'element') return
  const {tagName, properties, children} = node
  const lang = typeof properties.lang === 'string' ? properties.lang : around
  if (tagName === 'input' && properties.type === 'checkbox') properties.ariaLabel = wordsFor(lang)[properties.checked === true ? 'done' : 'toDo']
  for (const child of children) nameBoxes(child, lang)
}
