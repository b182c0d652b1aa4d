/** Draws the pages of a PDF on sheets of another, each as it is: its colours, fonts and pictures are taken over untouched. */
import {PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFObjectCopier, PDFOperator, PDFOperatorNames, type PDFPage, PDFRawStream, PDFRef, PDFStream, PDFString, decodePDFRawStream} from '@cantoo/pdf-lib'
import type {BoxPt} from './pdf.ts'

/** A PDF matrix, `[a b c d e f]`: from the page's own space to the sheet's. */
export type Matrix = readonly [number, number, number, number, number, number]

export type SheetPage = {readonly index: number; readonly matrix: Matrix; readonly clip: BoxPt}
export type SheetLine = {readonly from: readonly [number, number]; readonly to: readonly [number, number]; readonly isDashed: boolean}

/** One side of a sheet, in pt from its lower left; `isTurned` turns all that stands on it by 180°. */
export type SheetSide = {
  readonly widthPt: number
  readonly heightPt: number
  readonly isTurned: boolean
  readonly pages: readonly SheetPage[]
  readonly lines: readonly SheetLine[]
}
