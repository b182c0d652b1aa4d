/**
 * Sets in smaller type what the page of a cover, a title page or a half title cannot hold: the title with its subtitle, the
 * authors, the motto; and so the title above a text without front matter.
 */

/** Each size is an eighth smaller than the one before. */
const step = 7 / 8
/** 12 pt and 9 pt: what is to be read from afar is no smaller, and what is to be read at all neither. */
const leastPx = {afar: 16, near: 12}
/** So many steps lead from any title to the least size. */
const mostSteps = 24

/** The pages that bear the title. */
export const titlePages = '.cover, .title-page, .half-title'

/** A text on such a page, and the least size of its type. */
type Text = {readonly text: HTMLElement; readonly least: number}

/** Make type smaller until all fits its page, what takes most of it first, or until no smaller type is left: then it is what `inspect` finds too high. */
export function fitTitle(page: HTMLElement, heightPx: number): void {
  const title = [...textsIn(page, 'h1, .title-title, :scope.half-title > p', page.matches('.cover') ? leastPx.afar : leastPx.near), ...textsIn(page, '.cover-subtitle, .title-subtitle', leastPx.near)]
  const others = [...textsIn(page, '.cover-author, .title-author', leastPx.near), ...textsIn(page, '.cover-epigraph .epigraph', leastPx.near)]
  for (const {text, least} of [...title, ...others]) fitWidth(text, least)
  const isTooHigh = () => depthOf(page) > Math.min(page.clientHeight, heightPx) + 1
  for (const texts of heightOf(others) > heightOf(title) ? [others, title] : [title, others]) fitTexts(isTooHigh, texts)
}

/** The title above a text leaves so much of its page to the text. */
const shareOfTitle = 0.7

/** Make the type of a title above a text smaller until no word of it is wider than the page; then until it leaves room for text, but no smaller than that; then until it stands on one page. */
export function fitTitleBlock(block: HTMLElement, heightPx: number): void {
  const texts = ['h1', '.block-subtitle', '.block-publisher', '.block-series', '.block-author', '.block-date'].flatMap(selector => textsIn(block, selector, leastPx.near))
  for (const {text, least} of texts) fitWidth(text, least)
  const ofText = texts.map(({text, least}) => ({text, least: Math.max(least, textPx())}))
  fitTexts(() => block.offsetHeight > heightPx * shareOfTitle, ofText)
  fitTexts(() => block.offsetHeight > heightPx, texts)
}

/** Make the title of a cover and its subtitle smaller by one step; a subtitle stays as large as the text. */
export function stepDown(cover: HTMLElement): void {
  const texts = [...textsIn(cover, 'h1', Math.max(leastPx.afar, textPx())), ...textsIn(cover, '.cover-subtitle', Math.max(leastPx.near, textPx()))]
  setSmaller(texts.flatMap(({text, least}) => oneStep(text, least)))
}

/** Give the texts of a cover their first sizes again. */
export function undoSteps(cover: HTMLElement): void {
  for (const text of cover.querySelectorAll<HTMLElement>('h1, .cover-subtitle, .cover-author')) {
    text.style.removeProperty('font-size')
    text.style.removeProperty('line-height')
  }
}

function fitTexts(isTooHigh: () => boolean, texts: readonly Text[]): void {
  for (let steps = 0; steps < mostSteps && isTooHigh(); steps++) {
    const smaller = texts.flatMap(({text, least}) => oneStep(text, least))
    if (smaller.length === 0) return
    setSmaller(smaller)
  }
}

/** A word is rather set smaller than parted without a hyphen; one that is too wide in the least size is parted where the line ends. */
function fitWidth(text: HTMLElement, least: number): void {
  text.style.overflowWrap = 'normal'
  for (let steps = 0; steps < mostSteps && text.scrollWidth > text.clientWidth + 1; steps++) {
    const smaller = oneStep(text, least)
    if (smaller.length === 0) break
    setSmaller(smaller)
  }
  text.style.overflowWrap = 'break-word'
}

type Smaller = {readonly text: HTMLElement; readonly sizePx: number; readonly lineHeight: string}

function setSmaller(texts: readonly Smaller[]): void {
  for (const {text, sizePx, lineHeight} of texts) Object.assign(text.style, {fontSize: `${sizePx}px`, lineHeight})
}

/** The size of the text in px. */
function textPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}

function textsIn(page: HTMLElement, selector: string, least: number): readonly Text[] {
  const text = page.querySelector<HTMLElement>(selector)
  return text ? [{text, least}] : []
}

function heightOf(texts: readonly Text[]): number {
  return texts.reduce((sum, {text}) => sum + text.getBoundingClientRect().height, 0)
}

/** How far down its lowest block reaches. Letters that are higher than their lines reach on into the margin, where nothing cuts them. */
function depthOf(page: HTMLElement): number {
  const top = page.getBoundingClientRect().top + page.clientTop
  const blocks = [...page.querySelectorAll('*')].filter(element => !getComputedStyle(element).display.startsWith('inline'))
  return Math.max(0, ...blocks.map(block => block.getBoundingClientRect().bottom - top))
}

/** The next size with the line height that goes with it; nothing where the text has its least. */
function oneStep(text: HTMLElement, leastPx: number): readonly Smaller[] {
  const {fontSize, lineHeight} = getComputedStyle(text)
  const fromPx = Number.parseFloat(fontSize)
  return fromPx <= leastPx ? [] : [{text, sizePx: Math.max(leastPx, fromPx * step), lineHeight: String(Number.parseFloat(lineHeight) / fromPx)}]
}
