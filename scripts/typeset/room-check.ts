/** Looks whether the margins of the author's style leave a page to set a text on. */
import * as csstree from '../css.ts'
import {message} from '../messages.ts'
import type {Message, Pamphlet, Place, Theme} from '../types.ts'
import {areasBetween, pxPerMm} from './geometry.ts'
import {pageFormat} from './typeset.ts'

/** Nobody reads a text on less: a few syllables a line, two lines a page. */
const leastPx = {width: 20 * pxPerMm, height: 12 * pxPerMm}

/** Check the margins; a style that sets none has nothing to say. */
export function checkRoom(pamphlet: Pamphlet, theme: Theme): readonly Message[] {
  const place = theme.style && placeOfMargins(theme.style)
  if (!place) return []
  const {rules, format} = pageFormat(pamphlet, theme)
  const tight = areasBetween(rules, format).find(({widthPx, heightPx}) => widthPx < leastPx.width || heightPx < leastPx.height)
  if (!tight) return []
  const size = [tight.widthPx, tight.heightPx].map(px => String(Math.max(0, Math.floor(px / pxPerMm)))).join(' × ')
  return [message('no-room', place, `Unexpected margins that leave ${size} mm for the text, expected at least 20 × 12 mm`, 'Set smaller margins in `@page`, or a larger page.')]
}

/** The last margin of an `@page` rule, which is likely the one that wins. */
function placeOfMargins({name, text}: NonNullable<Theme['style']>): Place | undefined {
  let place: Place | undefined
  csstree.walk(csstree.parse(text, {positions: true}), {visit: 'Declaration', enter({property, loc}) {
    if (this.atrule?.name === 'page' && /^margin/i.test(property)) place = {file: name, line: loc?.start.line ?? 1, column: loc?.start.column ?? 1}
  }})
  return place
}
