/** The text of a pamphlet as HTML: for tests that look at markup. */
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import type {Pamphlet} from '../../scripts/types.ts'

const stringifier = unified().use(rehypeStringify).freeze()

/** Write the chapters, without the places of their blocks. */
export function toHtml({chapters}: Pamphlet): string {
  const children = chapters.flatMap(chapter => chapter.heading ? [chapter.heading, ...chapter.children] : chapter.children)
  return stringifier.stringify({type: 'root', children: [...children]}).replaceAll(/ data-at="[^"]*"/g, '')
}
