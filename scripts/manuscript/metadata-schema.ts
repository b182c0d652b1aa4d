/**
 * The metadata's keys and what each may hold. Each `error` says what is expected, without a capital letter: it
 * becomes the second half of a message.
 */
import {z} from 'zod'
import {booklet} from './booklet-schema.ts'
import {claimsIsbn, isbnOf} from '../isbn.ts'
import {nearestDate, startOf} from './calendar.ts'
import {exactLanguage} from '../language.ts'
import {pageNames, pageSize} from './page-sizes.ts'
import {print} from './print-schema.ts'
import {isSlug} from './slug.ts'
import {isSeen} from './unseen.ts'

/** Characters that neither XML nor a page can show; a line feed and a tab may stand. */
const unprintable = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uFFFE\uFFFF]/

/** Text of any length, trimmed. */
function text(expected: string) {
  return z.string({error: expected}).trim()
    .refine(isSeen, {error: expected})
    .refine(value => !unprintable.test(value) && value.isWellFormed(), {error: `${expected} without control characters`})
}

/** Text on one line: line ends become spaces. */
function line(expected: string) {
  return text(expected).transform(value => value.replace(/\s+/g, ' '))
}

/** A value that a function reads, or says with undefined that it cannot; then `expectedFor` may say more than `expected`. */
function read<Value>(expected: string, reader: (value: string) => Value | undefined, expectedFor: (value: string) => string | undefined = () => undefined) {
  return z.string({error: expected}).transform((value, context): Value => {
    const result = reader(value)
    if (result !== undefined) return result
    context.issues.push({code: 'custom', message: expectedFor(value) ?? expected, input: value})
    return z.NEVER
  })
}

const title = text('a title on one line').refine(value => !/[\n\r\v\f\u0085\u2028\u2029]/.test(value), {error: 'a title on one line'})

const author = z.strictObject({
  name: line('a name').refine(value => /\p{L}/u.test(value), {error: 'a name with letters'}),
  sort: line('a name as it is sorted, such as `Press, Ada`').exactOptional(),
  role: line('a role').exactOptional()
}, {error: 'a name, or a map with `name`, `sort` and `role`'})

const series = z.strictObject({
  name: line('the name of the series'),
  number: line('a number or a text').exactOptional()
}, {error: 'a map with `name` and `number`'})

const epigraph = z.strictObject({
  text: text('the words of the epigraph'),
  by: line('a name').exactOptional()
}, {error: 'a map with `text` and `by`'})

const back = z.strictObject({
  text: text('text').exactOptional(),
  address: text('an address').exactOptional(),
  price: line('a price').exactOptional(),
  image: text('the name of an image file').exactOptional(),
  link: read('an address that starts with `https://` or `http://`, at most 2,000 characters long', webAddress).exactOptional()
}, {error: 'a map with `text`, `address`, `price`, `image` and `link`'})

const cover = z.strictObject({
  image: text('the name of an image file'),
  alt: z.string({error: 'words that say what the image shows'}).trim().exactOptional()
}, {error: 'a map with `image` and `alt`'})

const fitExpected = '`4`, `8` or `16`, or `{pages: N}` with 1 to 2,000 pages'
const fitPages = z.strictObject({pages: read(fitExpected, wholePages)})
const fit = z.union([z.enum(['4', '8', '16']).transform(value => ({multipleOf: Number(value)})), fitPages], {error: fitExpected})

const identifier = line('an identifier').refine(value => !claimsIsbn(value) || isbnOf(value) !== undefined, {error: 'an ISBN of 13 or 10 digits whose last one fits the others'})

const epub = z.strictObject({
  cover: text('the name of an image file').exactOptional(),
  coverAlt: line('words that say what the cover shows').exactOptional(),
  fonts: z.boolean({error: '`true` or `false`'}).exactOptional(),
  identifier: identifier.exactOptional(),
  certifiedBy: line('the name of who certifies that the EPUB is accessible').exactOptional()
}, {error: 'a map with `cover`, `coverAlt`, `fonts`, `identifier` and `certifiedBy`'})

/** The whole metadata. Authors and subjects are lists here: `withLists` makes them so. Every key may be absent. */
export const metadataSchema = z.strictObject({
  title: title.exactOptional(),
  subtitle: line('a subtitle').exactOptional(),
  author: z.array(author, {error: 'a name, or a list of names'}).exactOptional(),
  publisher: line('a name').exactOptional(),
  date: read('a date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`', value => startOf(value.trim()) && value.trim(), value => nearestDate(value.trim())).exactOptional(),
  rights: line('text').exactOptional(),
  identifier: identifier.exactOptional(),
  subject: z.array(line('a subject'), {error: 'a subject, or a list of subjects'}).exactOptional(),
  description: text('text').exactOptional(),
  series: series.exactOptional(),
  dedication: text('the words of the dedication').exactOptional(),
  epigraph: epigraph.exactOptional(),
  slug: read('lower-case letters, digits and hyphens, at most 100, and no name that Windows reserves', value => isSlug(value) ? value : undefined).exactOptional(),
  lang: read('a language by BCP 47, such as `en-GB`', exactLanguage).exactOptional(),
  theme: read('the name of a theme, or the path of a folder such as `./mine`', value => isThemePath(value) ? value : isThemeName(value.toLowerCase()) ? value.toLowerCase() : undefined).exactOptional(),
  page: read(`${pageNames.map(name => `\`${name}\``).join(', ')}, or a size such as \`120mm x 190mm\` with sides of 50 to 500 mm`, pageSize).exactOptional(),
  frontmatter: z.enum(['auto', 'none', 'brief', 'short', 'full'], {error: '`auto`, `none`, `brief`, `short` or `full`'}).exactOptional(),
  openings: z.enum(['auto', 'page', 'recto', 'run-on'], {error: '`auto`, `page`, `recto` or `run-on`'}).exactOptional(),
  notes: z.enum(['foot', 'end', 'chapter'], {error: '`foot`, `end` or `chapter`'}).exactOptional(),
  fit: fit.exactOptional(),
  back: back.exactOptional(),
  cover: cover.exactOptional(),
  print: print.exactOptional(),
  booklet: booklet.exactOptional(),
  math: z.boolean({error: '`true` or `false`'}).exactOptional(),
  epub: epub.exactOptional()
}, {error: 'keys and values'})

/** Metadata that holds to the schema; what is absent has no default yet. */
export type CheckedMetadata = z.output<typeof metadataSchema>

const nested: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({author, series, epigraph, fit: fitPages, back, cover, print, booklet, epub}).map(([key, {shape}]) => [key, Object.keys(shape)])
)

/** The keys that are known at a place: at the top, or inside the value of a top key. */
export function knownKeys(top: string | undefined): readonly string[] {
  return top === undefined ? Object.keys(metadataSchema.shape) : nested[top] ?? []
}

/** The name of a theme of the program. */
export function isThemeName(name: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,63}$/.test(name)
}

/** The path of a folder that is a theme, told from a name by its `./`; where it leads is looked at when it is read. */
export function isThemePath(path: string): boolean {
  return /^\.\/[^\p{Cc}\\]{1,500}$/u.test(path)
}

function wholePages(value: string): number | undefined {
  return /^[1-9]\d{0,3}$/.test(value.trim()) && Number(value) <= 2000 ? Number(value) : undefined
}

function webAddress(value: string): string | undefined {
  const address = value.trim()
  if (address.length > 2_000 || !/^https?:\/\/[^\s\p{Cc}]+$/iu.test(address)) return undefined
  return URL.canParse(address) ? address : undefined
}
