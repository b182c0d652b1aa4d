/** Makes room for the picture of a cover, which takes what the texts leave: in a corner of its page it would be a stamp. */
import {fitTitle, stepDown, undoSteps} from './fit-title.ts'

/** Of the width or the height between the cover's margins: about a third of the page's. */
const leastShare = 0.4

/** A title goes down to two thirds of its size beside a motto, and without one to half. */
const steps = {withMotto: 3, without: 5}

/** Set the title and its subtitle smaller until the picture has room, and where that is not enough let the motto go on to the first page behind the cover. */
export function fitPicture(cover: HTMLElement, heightPx: number): void {
  const picture = cover.querySelector<HTMLImageElement>('.cover-picture img')
  if (!picture || isLarge(picture, cover)) return
  if (shrink(cover, picture, steps.withMotto)) return
  if (moveMotto(cover)) {
    undoSteps(cover)
    fitTitle(cover, heightPx)
  }
  shrink(cover, picture, steps.without)
}

/** Tells whether the picture has room then. */
function shrink(cover: HTMLElement, picture: HTMLImageElement, most: number): boolean {
  for (let step = 0; step < most && !isLarge(picture, cover); step++) stepDown(cover)
  return isLarge(picture, cover)
}

/** Whether the picture, drawn whole in its box, is as wide or as high as asked for; what has no size of its own fills its box. */
function isLarge(picture: HTMLImageElement, cover: HTMLElement): boolean {
  const {width, height} = picture.getBoundingClientRect()
  const ratio = picture.naturalWidth > 0 && picture.naturalHeight > 0 ? picture.naturalWidth / picture.naturalHeight : width / Math.max(1, height)
  const drawnPx = Math.min(width, height * ratio)
  return drawnPx >= leastShare * cover.clientWidth || drawnPx / ratio >= leastShare * cover.clientHeight
}

/** To where a short title has its contents, or above the text. */
function moveMotto(cover: HTMLElement): boolean {
  const motto = cover.querySelector<HTMLElement>('.cover-epigraph')
  const page = document.querySelector('.front') ?? document.querySelector('main')
  if (!motto || !page) return false
  motto.className = 'front-epigraph'
  const dedication = page.querySelector(':scope > .dedication')
  if (dedication) dedication.after(motto)
  else page.prepend(motto)
  return true
}
