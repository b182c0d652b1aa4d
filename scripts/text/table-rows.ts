/** The rows of a table in HTML. */
import type {Element} from 'hast'
import {SKIP, visit} from 'unist-util-visit'

/** The cells of each row of a table, without those of a table inside it. */
export function rowsOf(table: Element): readonly (readonly Element[])[] {
  const rows: Element[][] = []
  visit(table, 'element', element => {
    if (element.tagName === 'table' && element !== table) return SKIP
    if (element.tagName === 'tr') rows.push(element.children.filter(child => child.type === 'element').filter(({tagName}) => tagName === 'td' || tagName === 'th'))
    return undefined
  })
  return rows
}
