/** The sheets that copiers and presses take, upright. */
import type {Booklet, PageSize} from './types.ts'

export type SheetFamily = Booklet['family']

type KnownSheet = PageSize & {readonly family: SheetFamily; readonly isOfficeSheet: boolean}

const sheets: readonly KnownSheet[] = [
  {name: 'a5', widthMm: 148, heightMm: 210, family: 'iso', isOfficeSheet: true},
  {name: 'a4', widthMm: 210, heightMm: 297, family: 'iso', isOfficeSheet: true},
  {name: 'sra4', widthMm: 225, heightMm: 320, family: 'iso', isOfficeSheet: false},
  {name: 'a3', widthMm: 297, heightMm: 420, family: 'iso', isOfficeSheet: true},
  {name: 'sra3', widthMm: 320, heightMm: 450, family: 'iso', isOfficeSheet: false},
  {name: 'letter', widthMm: 215.9, heightMm: 279.4, family: 'us', isOfficeSheet: true},
  {name: 'legal', widthMm: 215.9, heightMm: 355.6, family: 'us', isOfficeSheet: true},
  {name: 'tabloid', widthMm: 279.4, heightMm: 431.8, family: 'us', isOfficeSheet: true}
]

/** Paper that is cut from a sheet, for leaves by themselves. */
const leaves: readonly KnownSheet[] = [
  {name: 'a6', widthMm: 105, heightMm: 148, family: 'iso', isOfficeSheet: false},
  {name: 'a7', widthMm: 74, heightMm: 105, family: 'iso', isOfficeSheet: false},
  {name: 'dl', widthMm: 99, heightMm: 210, family: 'iso', isOfficeSheet: false},
  {name: 'half-letter', widthMm: 139.7, heightMm: 215.9, family: 'us', isOfficeSheet: false}
]

/** The names of the sheets, in the order of the documentation. */
export const sheetNames: readonly string[] = sheets.map(({name}) => name)

/** The sheet of a name; undefined where there is none. */
export function sheetNamed(name: string): PageSize | undefined {
  const found = sheets.find(sheet => sheet.name === name)
  return found && plain(found)
}

/** Whose a sheet of a name is; undefined where it has none. */
export function sheetFamily(name: string): SheetFamily | undefined {
  return [...sheets, ...leaves].find(sheet => sheet.name === name)?.family
}

/** What paper of a size is sold as, on its own or cut by a shop; undefined where it has no name. */
export function paperOfSize(family: SheetFamily, isThat: (paper: PageSize) => boolean): PageSize | undefined {
  return [...sheetsFor(family, 'all'), ...leaves.map(plain)].find(isThat)
}

/** The sheets of an office, or all, from the smallest: those of the family first. */
export function sheetsFor(family: SheetFamily, which: 'office' | 'all'): readonly PageSize[] {
  const offered = sheets.filter(({isOfficeSheet}) => isOfficeSheet || which === 'all')
  return [...offered.filter(sheet => sheet.family === family), ...offered.filter(sheet => sheet.family !== family)].map(plain)
}

function plain({name, widthMm, heightMm}: KnownSheet): PageSize {
  return {name, widthMm, heightMm}
}
