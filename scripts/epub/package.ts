/** What the templates see: the package's metadata, its files in their order, and the ways into it. */
import type {Claim} from './accessibility.ts'
import type {PackageMetadata} from './metadata.ts'
import type {Entry, Landmark, PageTarget} from './navigation.ts'
import {elementsIn, type Page} from './page.ts'

/** A line of the manifest; `properties` as the package vocabulary has them, absent where there are none. */
export type Item = {readonly id: string; readonly href: string; readonly mediaType: string; readonly properties?: string}

/** The value that the templates call `book`. */
export type Book = PackageMetadata & {
  readonly claims: readonly Claim[]
  readonly items: readonly Item[]
  /** Ids of items in reading order. */
  readonly spine: readonly string[]
  readonly contentsTitle: string
  /** The marker of the printed page on which the contents begin, as XHTML; empty where there is none. */
  readonly contentsBreak: string
  readonly contents: readonly Entry[]
  /** Levels of the contents, for the NCX. */
  readonly depth: number
  readonly landmarks: readonly Landmark[]
  readonly pagesTitle: string
  /** The pages of the printed edition, and what that edition is; both are there or neither. */
  readonly pageList: readonly PageTarget[]
  readonly pageSource?: string
  readonly hasFonts: boolean
}

/** A file beside the pages that the manifest lists. */
export type SideFile = {readonly path: string; readonly mediaType: string; readonly isCover?: boolean}

export const contentsPage = 'toc.xhtml'

/** Make the manifest: the contents, the pages, the style sheet, then images and fonts. */
export function manifest(pages: readonly Page[], files: readonly SideFile[]): readonly Item[] {
  return [
    {id: 'nav', href: contentsPage, mediaType: 'application/xhtml+xml', properties: 'nav'},
    {id: 'ncx', href: 'toc.ncx', mediaType: 'application/x-dtbncx+xml'},
    {id: 'css', href: 'style.css', mediaType: 'text/css'},
    ...pages.filter(({filename}) => filename !== contentsPage).map(pageItem),
    ...files.map(({path, mediaType, isCover}, index): Item => isCover
      ? {id: 'cover-image', href: path, mediaType, properties: 'cover-image'}
      : {id: `file-${index + 1}`, href: path, mediaType})
  ]
}

/** Make the reading order. */
export function spine(pages: readonly Page[]): readonly string[] {
  return pages.map(page => page.filename === contentsPage ? 'nav' : idOf(page))
}

function pageItem(page: Page): Item {
  const names = new Set(elementsIn(page.children).map(({tagName}) => tagName))
  const properties = [...(names.has('math') ? ['mathml'] : []), ...(names.has('svg') ? ['svg'] : [])].join(' ')
  const item = {id: idOf(page), href: page.filename, mediaType: 'application/xhtml+xml'}
  return properties === '' ? item : {...item, properties}
}

function idOf({filename}: Page): string {
  return filename.replace(/\.xhtml$/, '')
}
