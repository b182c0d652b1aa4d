/** What the conversion of colours could not do, and what it took away. */
import type {Check, Finding} from './finding.ts'
import {shown} from './finding.ts'

/** Colours that cannot be converted, and colour on the pages of a pamphlet that is printed in one ink. */
export const colour: Check = ({pages, conversions = [], colour: inks}) => conversions.flatMap(({page, unconverted, hasColour, colourPictures}): readonly Finding[] => {
  const [left] = pages.filter(({view}) => view.page === page).flatMap(shown).filter(({isRgb}) => isRgb)
  const failed = unconverted.map(what => ({rule: 'unconverted-colour' as const, severity: 'error' as const, page, ...(left && {box: left.box}), reason: `Unexpected ${what}, expected colours that can be converted to inks`, remedy: what.startsWith('gradient') ? 'Take `fx`, `fy` and `spreadMethod` out of the gradient, or bring the drawing as a PNG.' : 'Bring it as a PNG or a JPEG.'}))
  if (inks === 'process' || !hasColour) return failed
  const pictures = pages.filter(({view}) => view.page === page).flatMap(shown).filter(({object}) => object !== undefined && colourPictures.includes(object))
  const remedy = 'Look whether the page still says what it should, or choose `print.colour: process`.'
  const lost = pictures.map(({box}) => ({rule: 'colour-lost' as const, severity: 'note' as const, page, box, reason: 'Unexpected colour picture, expected gray ones: it is printed in black', remedy}))
  const plain = {rule: 'colour-lost' as const, severity: 'note' as const, page, reason: `Unexpected colour, expected ${inks === 'black' ? 'none' : 'tints of the spot ink alone'}: what has another is printed in black`, remedy}
  return [...failed, ...lost.length > 0 ? lost : [plain]]
})
