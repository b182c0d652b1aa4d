/** PDFs for imposition tests: pages that say their number, with a tone that bleeds off on all sides. */
import {cmyk, fill, grayscale, PDFDocument, type PDFPage, rectangle, setFillingGrayscaleColor, StandardFonts} from '@cantoo/pdf-lib'
import type {SizeMm} from '../../scripts/imposition/arrange.ts'

const ptPerMm = 72 / 25.4

/**
 * Make pages of a trim, 5 mm of paper and 3 mm of bleed around it. `odd`: a page from 1 that is 10 mm wider; `isTinted`: the
 * paper is a light gray, painted as a browser paints a page’s background, in place of the border.
 */
export async function numberedPages(count: number, {widthMm, heightMm}: SizeMm, {odd = 0, isInk = false, isTinted = false} = {}): Promise<Uint8Array> {
  const file = await PDFDocument.create({updateMetadata: false})
  const font = file.embedStandardFont(StandardFonts.Helvetica)
  for (let number = 1; number <= count; number++) {
    const [width, height] = [(widthMm + (number === odd ? 10 : 0)) * ptPerMm, heightMm * ptPerMm]
    const [paper, bleed] = [5 * ptPerMm, 3 * ptPerMm]
    const page = file.addPage([width + 2 * paper, height + 2 * paper])
    page.setTrimBox(paper, paper, width, height)
    page.setBleedBox(paper - bleed, paper - bleed, width + 2 * bleed, height + 2 * bleed)
    if (isTinted) page.pushOperators(setFillingGrayscaleColor(0.8), rectangle(0, 0, width + 2 * paper, height + 2 * paper), fill())
    else drawBorder(page, paper, isInk)
    page.drawText(`page ${number}.`, {x: paper + width / 2 - 40, y: paper + height * 0.6, size: Math.min(24, width / 6), font, color: isInk ? cmyk(0, 0, 0, 1) : grayscale(0)})
  }
  return file.save({useObjectStreams: true})
}

/** A border 10 pt wide in the trim, which goes on to the edge of the paper. */
function drawBorder(page: PDFPage, paper: number, isInk: boolean): void {
  const {width, height} = page.getSize()
  const inset = paper + 10
  page.drawRectangle({x: 0, y: 0, width, height, color: isInk ? cmyk(0, 0, 0, 0.3) : grayscale(0.7)})
  page.drawRectangle({x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset, color: isInk ? cmyk(0, 0, 0, 0) : grayscale(1)})
}
