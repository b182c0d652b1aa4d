/** A pamphlet of one leaf: there is nothing to fold, so its pages are printed as they are, on paper of their own size. */
import {message} from '../messages.ts'
import {paperOfSize} from '../sheet-sizes.ts'
import type {Booklet, Message, PageSize} from '../types.ts'
import type {Layout} from './layout.ts'
import type {Job} from './plan.ts'

const leafPages = 2
const roundingMm = 0.5

/** The job as it is, or where it is one leaf and the author names no layout: one page a side, turned as the pages of a book. */
export function asLeaf(job: Job): Job {
  const {pages, page, booklet} = job
  if (booklet.layout !== undefined || pages > leafPages) return job
  const leaf: Booklet = {...booklet, layout: 'n-up', sheet: booklet.sheet ?? ownSheet(job), up: booklet.up ?? 1}
  return {...job, booklet: booklet.places.given?.flip ? leaf : {...leaf, flip: page.widthMm > page.heightMm ? 'short' : 'long'}}
}

/** Paper of the page's own size, by the name that it is sold under where it has one. */
function ownSheet({page: {widthMm, heightMm}, booklet}: Job): PageSize {
  const isOwn = (sheet: PageSize) => Math.abs(Math.min(widthMm, heightMm) - sheet.widthMm) < roundingMm && Math.abs(Math.max(widthMm, heightMm) - sheet.heightMm) < roundingMm
  const round = (mm: number) => Math.round(mm * 100) / 100
  return paperOfSize(booklet.family, isOwn) ?? {name: `${round(widthMm)}mm x ${round(heightMm)}mm`, widthMm, heightMm}
}

/** What to say where the author has a leaf folded and stapled: most of its sheet stays blank. */
export function mostlyBlank({name}: Layout, blanks: number, {pages, booklet}: Job): readonly Message[] {
  if (pages > leafPages || name !== 'saddle' && name !== 'signatures') return []
  const [filled, empty] = [pages, blanks].map(count => `${count} ${count === 1 ? 'page' : 'pages'}`)
  return [message('blank-pages', booklet.places.layout, `Unexpected \`layout: ${name}\` for ${filled}, expected at least 3: ${empty} of the sheet stay blank`,
    'Leave `layout` out: the pages are then printed as they are, with nothing to fold.')]
}
