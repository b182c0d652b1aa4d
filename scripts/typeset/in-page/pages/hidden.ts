/** Finds text that nobody would see on paper: a style hides it, or sets it where no page is. */
import {px} from './flow.ts'

type Seen = {readonly leftPx: number; readonly rightPx: number}

/**
 * The places of such blocks, in the order of the text; of blocks within each other the outermost; and the title's, where it
 * is hidden. While the text stands in one column, before any page is written.
 */
export function hiddenBlocks({body}: Document): readonly {readonly at: string}[] {
  const found: Element[] = []
  for (const section of body.querySelectorAll<HTMLElement>(':scope > main')) {
    const {left, right} = section.getBoundingClientRect()
    for (const block of section.querySelectorAll<HTMLElement>('[data-at]')) {
      if (found.at(-1)?.contains(block) === true || !/\S/.test(block.textContent)) continue
      if (isHidden(block, {leftPx: left, rightPx: right})) found.push(block)
    }
    found.push(...clippedIn(section).filter(block => !found.some(other => other.contains(block))))
  }
  return [...hiddenTitles(body), ...found.map(block => ({at: block.getAttribute('data-at') ?? ''}))]
}

/** The pamphlet's title is the head of all others: without it on paper, none is heard first. */
function hiddenTitles(body: HTMLElement): readonly {readonly at: string}[] {
  return [...body.querySelectorAll<HTMLElement>('.cover h1, .title-block h1')].flatMap(title => {
    const page = title.closest<HTMLElement>('.cover, .title-block')
    const {left, right} = (page ?? body).getBoundingClientRect()
    return isHidden(title, {leftPx: left, rightPx: right}) ? [{at: page?.dataset['place'] ?? ''}] : []
  })
}

function isHidden(block: HTMLElement, seen: Seen): boolean {
  const {display, fontSize, textIndent, clipPath, maskImage} = getComputedStyle(block)
  if (display === 'contents') return false
  if (!block.checkVisibility({visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true})) return true
  if (px(fontSize) < 1 || clipPath !== 'none' || maskImage !== 'none') return true
  const box = block.getBoundingClientRect()
  return box.width < 1 || box.height < 1 || isOutside(box, seen) || Math.abs(px(textIndent)) >= box.width
}

/** Whether a good part of a box stands beside its page, on the side where lines begin; the other is measured line by line. */
function isOutside({left, right, width}: DOMRect, {leftPx, rightPx}: Seen): boolean {
  return right <= leftPx || left >= rightPx || leftPx - left > width / 4
}

/** The last blocks of boxes that show less than they hold. */
function clippedIn(section: HTMLElement): readonly Element[] {
  return [section, ...section.querySelectorAll<HTMLElement>('section, div, [data-at]')].filter(box => {
    if (box.scrollHeight - box.clientHeight < 2 || box.clientHeight === 0) return false
    const {overflowY, lineHeight} = getComputedStyle(box)
    return overflowY !== 'visible' && box.scrollHeight - box.clientHeight > px(lineHeight) / 2
  }).flatMap(box => [...box.querySelectorAll('[data-at]')].at(-1) ?? [])
}

/** Text that stands in no flow would be on no page that is composed, or on others: throws where there is any. */
export function mustFlow({body}: Document): void {
  const main = body.querySelector<HTMLElement>(':scope > main')
  if (!main) return
  for (const block of [main, ...main.querySelectorAll<HTMLElement>('[data-at]')]) {
    if (/absolute|fixed/.test(getComputedStyle(block).position)) throw new Error(`text outside the flow, at ${block.getAttribute('data-at') ?? 'the beginning'}`)
  }
}
