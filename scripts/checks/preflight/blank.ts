/** A blank page may be meant, or may be a slip. */
import type {Check} from './finding.ts'
import {shown} from './finding.ts'

/** Pages without anything on them that nobody asked for. */
export const blank: Check = ({pages, ownBlanks}) => pages.filter(page => shown(page).length === 0 && !ownBlanks?.has(page.view.page)).map(({view: {page}}) => (
  {rule: 'blank-page' as const, severity: 'note' as const, page, reason: 'Unexpected blank page, expected something on it', remedy: 'Nothing is to be done where it is meant to be blank.'}
))
