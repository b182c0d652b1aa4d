/** Jobs for imposition tests. */
import type {Job} from '../../scripts/imposition/plan.ts'
import {sheetNamed} from '../../scripts/sheet-sizes.ts'
import type {Booklet, Metadata} from '../../scripts/types.ts'
import {metadata} from '../stock.ts'

export const a5 = {widthMm: 148, heightMm: 210}
export const a6 = {widthMm: 105, heightMm: 148}
export const a7 = {widthMm: 74, heightMm: 105}
export const dl = {widthMm: 99, heightMm: 210}
export const halfLetter = {widthMm: 139.7, heightMm: 215.9}

/** The booklet's settings: the defaults but for what is given. */
export function booklet({sheet, ...given}: Partial<Omit<Booklet, 'sheet'>> & {readonly sheet?: string} = {}): Booklet {
  const found = sheet === undefined ? undefined : sheetNamed(sheet)
  return {...metadata.booklet, ...given, ...(found && {sheet: found})}
}

export function job(pages: number, page: Job['page'], given: Parameters<typeof booklet>[0] = {}): Job {
  return {pages, page, bleedMm: 3, hasBackCover: true, direction: 'ltr', booklet: booklet(given)}
}

export function metadataWith(given: Parameters<typeof booklet>[0]): Metadata {
  return {...metadata, booklet: booklet(given)}
}
