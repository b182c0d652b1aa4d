/** What the conversion of colours could not do, and what it took away. */
import type {BoxPt} from '../../adapters/pdf.ts'
import type {Conversion} from '../../adapters/press/convert.ts'
import type {PrintColour} from '../../types.ts'
import {union} from './box.ts'
import type {Check, Finding} from './finding.ts'
import {shown} from './finding.ts'
import type {PaintedMark} from './painting.ts'

/** Colours that cannot be converted, and colour on the pages of a pamphlet that is printed in one ink. */
export const colour: Check = ({pages, conversions = [], colour: inks}) => conversions.flatMap(conversion => {
  const marks = pages.filter(({view}) => view.page === conversion.page).flatMap(shown)
  const failed = conversion.unconverted.flatMap(what => unconverted(what, conversion, marks))
  return inks === 'process' || !conversion.hasColour ? failed : [...failed, ...lost(conversion, marks, inks)]
})

/** Each gradient or picture of that kind; else the first thing that is left in the screen's colours, or the page. */
function unconverted(what: string, {page, failedObjects}: Conversion, marks: readonly PaintedMark[]): readonly Finding[] {
  const isGradient = what.startsWith('gradient')
  const failed = marks.filter(({object, kind}) => object !== undefined && failedObjects.includes(object) && isGradient === (kind !== 'picture'))
  const left = failed.length > 0 ? failed : marks.filter(({isRgb}) => isRgb).slice(0, 1)
  const remedy = isGradient ? 'Take `fx`, `fy` and `spreadMethod` out of the gradient, or bring the drawing as a PNG.' : 'Bring it as a PNG or a JPEG.'
  const finding = {rule: 'unconverted-colour', severity: 'error', page, reason: `Unexpected ${what}, expected colours that can be converted to inks`, remedy} as const
  return left.length > 0 ? left.map(({box}) => ({...finding, box})) : [finding]
}

/** Each picture and gradient that lost its colour, each stretch of text or drawing that did; the page, where it is not known what. */
function lost({page, colourObjects, ownGrays}: Conversion, marks: readonly PaintedMark[], inks: PrintColour | undefined): readonly Finding[] {
  const finding = {rule: 'colour-lost', severity: 'note', page, remedy: 'Look whether the page still says what it should, or choose `print.colour: process`.'} as const
  const objects = marks.filter(({object}) => object !== undefined && colourObjects.includes(object)).map(({box, kind}) => ({
    ...finding, box, reason: `Unexpected ${kind === 'picture' ? 'colour picture' : 'coloured gradient'}, expected gray ones: it is printed in black`
  }))
  const reason = `Unexpected colour, expected ${inks === 'black' ? 'none' : 'tints of the spot ink alone'}: what has another is printed in black`
  const others = stretches(marks, ({ink}) => ink !== undefined && ownGrays.some(gray => Math.abs(1 - gray - ink) < 2e-4)).map(box => ({...finding, box, reason}))
  const found = [...objects, ...others]
  return found.length > 0 ? found : [{...finding, reason}]
}

/** The boxes around marks that are painted one after the other. */
function stretches(marks: readonly PaintedMark[], isMeant: (mark: PaintedMark) => boolean): readonly BoxPt[] {
  const boxes: BoxPt[] = []
  for (const [index, mark] of marks.entries()) {
    if (!isMeant(mark)) continue
    const former = marks[index - 1]
    const last = former && isMeant(former) ? boxes.pop() : undefined
    boxes.push(last ? union(last, mark.box) : mark.box)
  }
  return boxes
}
