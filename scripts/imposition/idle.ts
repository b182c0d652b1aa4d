/** What the manuscript asks of sheets on which it changes nothing. */
import {message} from '../messages.ts'
import type {Booklet, Message} from '../types.ts'
import type {Layout} from './layout.ts'

type Key = Exclude<keyof NonNullable<Booklet['places']['given']>, 'flip'>

/** Where a key has something to say; undefined: here. */
type Wanting = {readonly expected: string; readonly remedy: string} | undefined

const wanting: Readonly<Record<Key, (layout: Layout, booklet: Booklet) => Wanting>> = {
  signature: ({name}, {signature}) => name === 'signatures' || signature === 'auto' ? undefined : {expected: 'the layout `signatures`', remedy: 'Write `layout: signatures`'},
  up: ({grid, name}) => grid ? {expected: `the layout \`cut-and-stack\` or \`n-up\`: \`${name}\` has ${grid.columns * grid.rows} pages on a side`, remedy: 'Write `layout: n-up`'} : undefined,
  feed: (_, {duplex}) => duplex === 'manual' ? undefined : {expected: 'fronts and backs in files of their own', remedy: 'Write `duplex: manual`'},
  creep: ({name}, {creep}) => name === 'saddle' || name === 'signatures' || creep === false ? undefined : {expected: 'sheets that lie in one another', remedy: 'Write `layout: saddle`'}
}

/** A message for each of the keys that were given in vain. */
export function idleKeys(layout: Layout, booklet: Booklet): readonly Message[] {
  const {given = {}} = booklet.places
  const keys = ['signature', 'up', 'feed', 'creep'] as const
  return keys.flatMap(key => {
    const place = given[key]
    const found = place && wanting[key](layout, booklet)
    return place && found ? [message('idle-setting', place, `Unexpected \`${key}\` for the layout \`${layout.name}\`, expected ${found.expected}`, `${found.remedy}, or leave \`${key}\` out.`)] : []
  })
}
