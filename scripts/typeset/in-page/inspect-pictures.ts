/** Runs inside the page, like `inspect`: measures how large each picture of pixels is drawn. It uses nothing from outside itself. */
import type {Observation} from '../../types.ts'

/** Measure the pictures of the text and of both covers. */
export function inspectPictures(): readonly Observation[] {
  // A picture may fill its box and be cut, or stand in it whole.
  const drawnWidthPx = (image: HTMLImageElement) => {
    const [{width, height}, {objectFit}] = [image.getBoundingClientRect(), getComputedStyle(image)]
    const asHighPx = height * image.naturalWidth / image.naturalHeight
    return objectFit === 'cover' ? Math.max(width, asHighPx) : objectFit === 'contain' ? Math.min(width, asHighPx) : width
  }
  const pictures = [...document.querySelectorAll<HTMLImageElement>(':is(main, .cover, .back-cover) img')].filter(({src}) => !/\.svg$/i.test(new URL(src).pathname))
  return pictures.map(image => ({kind: 'image' as const, at: image.closest('[data-at]')?.getAttribute('data-at') ?? '', naturalWidthPx: image.naturalWidth, widthPx: drawnWidthPx(image)}))
}
