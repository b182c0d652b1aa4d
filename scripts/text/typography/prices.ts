/** A round price ends in a dash for its pennies: `3,- Euro`, `Fr. 3.-`. */
import {noBreakSpace} from './characters.ts'
import type {Edit} from './edits.ts'
import {editMatches} from './edits.ts'
import type {Language} from './languages.ts'

const currency = String.raw`(?:Euro|EUR|€|DM|Mark|Franken|CHF|SFr|sFr|Fr|Kr|kr)(?!\p{L})`
/** Behind a comma always; behind a full stop, with which some number what they list, beside a currency. */
const price = new RegExp(String.raw`(?:(?<=\d,)-|(?<=(?:Fr\.|CHF|SFr\.|sFr\.) ?\d{1,4}\.)-|(?<=\d\.)-(?= ?${currency}))(?![\d\p{L}-])(?:[ \n](?=(${currency})))?`, 'gu')

/** Set the dash, and bind the currency to it. */
export function setPrices(text: string, {unitSpace}: Language): readonly Edit[] {
  if (!/\d[.,]-/.test(text)) return []
  return editMatches(text, price, ({index, 0: typed, 1: unit = ''}) => {
    const space = typed.length === 1 ? '' : unit.length > 3 ? noBreakSpace : unitSpace
    return {start: index, end: index + typed.length, text: `–${space}`}
  })
}
