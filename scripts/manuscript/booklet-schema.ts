/** The metadata's key `booklet`: how sheets are made for a copier. Each `error` is the second half of a message. */
import {z} from 'zod'
import {sheetNamed, sheetNames} from '../sheet-sizes.ts'
import {layoutNames} from '../types.ts'
import {pageSize} from './page-sizes.ts'
import {creepOf, paperOf} from './paper.ts'

/** A value that a function reads, or says with undefined that it cannot. Numbers of the YAML are still text here. */
function read<Value>(expected: string, reader: (value: string) => Value | undefined) {
  return z.string({error: expected}).transform((value, context): Value => {
    const result = reader(value.trim())
    if (result !== undefined) return result
    context.issues.push({code: 'custom', message: expected, input: value})
    return z.NEVER
  })
}

function whole(value: string, most: number): number | undefined {
  return /^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= most ? Number(value) : undefined
}

const listed = (names: readonly string[]) => names.map(name => `\`${name}\``).join(', ')

const paperExpected = 'a weight of 30 to 400 g/m², such as `80`, or a thickness of 0.03 to 0.6 mm, such as `0.1 mm` (20 lb bond is 75 g/m²)'
const creepExpected = '`true` (the thickness of the paper), `false`, or 0 to 1 mm a sheet, such as `0.1`'

export const booklet = z.strictObject({
  layout: z.enum(layoutNames, {error: `one of ${listed(layoutNames)}`}).exactOptional(),
  sheet: read(`${listed(sheetNames)}, or a size such as \`320mm x 450mm\` with sides of 50 to 500 mm`, value => sheetNamed(value.toLowerCase()) ?? pageSize(value)).exactOptional(),
  flip: z.enum(['short', 'long'], {error: '`short` or `long`, the edge that the printer turns the sheet over'}).exactOptional(),
  duplex: z.enum(['auto', 'manual'], {error: '`auto`, or `manual` where the printer prints one side at a time'}).exactOptional(),
  feed: z.enum(['first', 'last'], {error: '`first` or `last`, the sheet that goes in first for the backs'}).exactOptional(),
  paper: read(paperExpected, paperOf).exactOptional(),
  creep: z.union([z.string(), z.boolean()], {error: creepExpected}).transform((value, context): number | boolean => {
    const creep = creepOf(value)
    if (creep !== undefined) return creep
    context.issues.push({code: 'custom', message: creepExpected, input: value})
    return z.NEVER
  }).exactOptional(),
  marks: z.union([z.boolean(), z.literal('auto')], {error: '`true`, `false` or `auto` (only where the sheet has room)'}).exactOptional(),
  scale: z.enum(['none', 'fit'], {error: '`none`, or `fit` to let pages be made smaller or larger'}).exactOptional(),
  signature: read('`auto`, or 1 to 32 sheets', value => value === 'auto' ? value : whole(value, 32)).exactOptional(),
  up: read('1 to 64 pages on a side', value => whole(value, 64)).exactOptional()
}, {error: 'a map with `layout`, `sheet`, `flip`, `duplex`, `feed`, `paper`, `creep`, `marks`, `scale`, `signature` and `up`'})
