/** Sets the title and the subtitle of a cover, a title page or a half title that its page cannot hold in smaller type. */

/** Each size is an eighth smaller than the one before. */
const step = 7 / 8
/** 12 pt and 9 pt: what is to be read from afar is no smaller, and what is to be read at all neither. */
const leastPx = {afar: 16, near: 12}
/** So many steps lead from any title to the least size. */
const mostSteps = 24

/** The pages that bear the title. */
export const titlePages = '.cover, .title-page, .half-title'

/** Make the type smaller until the title fits its page, or no smaller type is left: then it is what `inspect` finds too high. */
export function fitTitle(page: HTMLElement, heightPx: number): void {
  const texts = [{text: page.querySelector<HTMLElement>('h1, .title-title, :scope.half-title > p'), least: page.matches('.cover') ? leastPx.afar : leastPx.near}, {text: page.querySelector<HTMLElement>('.cover-subtitle, .title-subtitle'), least: leastPx.near}]
  for (let steps = 0; steps < mostSteps && depthOf(page) > Math.min(page.clientHeight, heightPx) + 1; steps++) {
    const smaller = texts.flatMap(({text, least}) => text ? oneStep(text, least) : [])
    if (smaller.length === 0) return
    for (const {text, sizePx, lineHeight} of smaller) Object.assign(text.style, {fontSize: `${sizePx}px`, lineHeight})
  }
}

/** How far down its lowest block reaches. Letters that are higher than their lines reach on into the margin, where nothing cuts them. */
function depthOf(page: HTMLElement): number {
  const top = page.getBoundingClientRect().top + page.clientTop
  const blocks = [...page.querySelectorAll('*')].filter(element => !getComputedStyle(element).display.startsWith('inline'))
  return Math.max(0, ...blocks.map(block => block.getBoundingClientRect().bottom - top))
}

/** The next size with the line height that goes with it; nothing where the text has its least. */
function oneStep(text: HTMLElement, leastPx: number): readonly {readonly text: HTMLElement; readonly sizePx: number; readonly lineHeight: string}[] {
  const {fontSize, lineHeight} = getComputedStyle(text)
  const fromPx = Number.parseFloat(fontSize)
  return fromPx <= leastPx ? [] : [{text, sizePx: Math.max(leastPx, fromPx * step), lineHeight: String(Number.parseFloat(lineHeight) / fromPx)}]
}
