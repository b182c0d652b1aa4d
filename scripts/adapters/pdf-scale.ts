/** Tells whether Chromium printed smaller: it does, with no word of it, where something hangs out of a page. */
import {type PDFDocument, PDFRawStream} from '@cantoo/pdf-lib'
import {inflated} from './pdf-inflate.ts'
import {name} from './pdf-names.ts'

/** A page of text, from 1, and how far from the left its type area begins, in CSS px. */
export type ScaledPage = {readonly page: number; readonly leftPx: number}

/** Chromium draws at 300 dots an inch; a CSS px has so many of them. */
const dotsAPx = 300 / 96

/**
 * Find the scale at which a page's type area is drawn, 1 as it was laid out; undefined where nothing is drawn there. What
 * stands in the page's margins keeps its size. Of several scales there, as those of drawings, the largest is the page's.
 */
export function scaleOf(file: PDFDocument, {page, leftPx}: ScaledPage): number | undefined {
  const stream = file.getPages()[page - 1]?.node.lookup(name('Contents'))
  if (!(stream instanceof PDFRawStream)) return undefined
  const scales = [...inflated(stream).toString('latin1').matchAll(even)].flatMap(([, across, down, left]) =>
    across === down && Math.abs(Number(left) - leftPx * dotsAPx) < 0.5 ? [Number(across) / dotsAPx] : [])
  return scales.length === 0 ? undefined : Math.max(...scales)
}

/** A matrix that neither turns nor slants. */
const even = /^([\d.]+) 0 0 ([\d.]+) (-?[\d.]+) -?[\d.]+ cm$/gm
