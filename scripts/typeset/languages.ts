/** Which languages a pamphlet is in: its own, and those of its phrases. */
import type {ElementContent} from 'hast'
import type {Pamphlet} from '../types.ts'

/** BCP 47 tags, the pamphlet's own first, each once. */
export function languagesIn({metadata, chapters, notes}: Pamphlet): readonly string[] {
  const found = new Set([metadata.lang])
  const look = (node: ElementContent): void => {
    if (node.type !== 'element') return
    if (typeof node.properties.lang === 'string') found.add(node.properties.lang)
    node.children.forEach(look)
  }
  for (const {heading, children} of [...chapters, ...notes.map(note => ({heading: undefined, children: note.children}))]) {
    if (heading) look(heading)
    children.forEach(look)
  }
  return [...found]
}
