/** Runs in the page while columns are still columns: a drawing too small to be read in one runs over all of them. */

/** 6 pt: below it lettering is not legible in print. */
const leastLetteringPx = 8
/** 6.5 pt: a drawing that runs over the columns is no larger than it takes to read it, or a page would have no room for it. */
const goodLetteringPx = 8.7

/** A drawing so much wider than high is as wide as the page: it is not high even so, and white beside it would be a hole. */
const flat = 2

/** Mark the figures of a section that have to be wide; what wide is, the style says. A width that the author gave stays. */
export function widenFigures(section: HTMLElement): void {
  for (const picture of section.querySelectorAll<HTMLImageElement>('figure img[data-lettering]')) {
    const figure = picture.closest('figure')
    const [ownPx, ownLetteringPx] = [Number(picture.getAttribute('width')), Number(picture.dataset['lettering'])]
    const letteringPx = ownLetteringPx * picture.getBoundingClientRect().width / ownPx
    if (!figure || picture.style.width !== '' || letteringPx >= leastLetteringPx || !isInColumns(figure, section)) continue
    figure.classList.add('wide')
    if (ownPx / Number(picture.getAttribute('height')) >= flat) picture.style.width = '100%'
    else picture.style.maxWidth = `min(100%, ${Math.round(ownPx * goodLetteringPx / ownLetteringPx)}px)`
  }
}

function isInColumns(figure: HTMLElement, section: HTMLElement): boolean {
  for (let box = figure.parentElement; box && section.contains(box); box = box.parentElement) if (Number(getComputedStyle(box).columnCount) > 1) return true
  return false
}
