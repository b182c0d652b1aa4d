/** What runs over all columns, and where columns end above it and begin below it. */
import type {ComposedPage, ComposedSection} from './compose-pages.ts'
import type {FlowItem} from './flow.ts'

/** What runs over all columns at the end of its page, and how far that goes on below it. */
export type Spanner = {readonly element: HTMLElement; readonly toEndPx: number}

/** No forced break holds at the beginning of columns below something that runs over all of them: white space turns the page. */
export function spannerBefore({items, pages}: ComposedSection, page: ComposedPage): Spanner | undefined {
  const [before, begins] = page.first === undefined ? [] : [items[page.first - 1], items[page.first]]
  const last = pages[pages.indexOf(page) - 1]
  const placed = last?.placed.at(-1)
  const element = begins && begins.columns > 1 && before?.columns === 1 ? spannerOf(before.block) : undefined
  return element && last && placed && {element, toEndPx: page.topPx - last.topPx - placed.topPx - (before?.heightPx ?? 0)}
}

function spannerOf(block: HTMLElement): HTMLElement | undefined {
  for (let around: HTMLElement | null = block; around; around = around.parentElement) if (getComputedStyle(around).columnSpan === 'all') return around
  return undefined
}

/** What begins columns below something else stands at their very top. */
export function beginColumnsFlush(chain: readonly HTMLElement[]): void {
  for (const block of chain) if (block.parentElement?.closest('[data-columns]')) block.style.marginTop = '0'
}

/** White space at the end of a column is not to be added to that of what runs over all of them below, at its own distance from the longest. */
export function endColumnsFlush(items: readonly FlowItem[], placed: ComposedPage['placed'], columnStarts: readonly number[]): void {
  const segment = placed.slice(placed.findLastIndex(({item}) => items[item]?.columns === 1) + 1)
  for (const [index, {item}] of segment.entries()) {
    const next = segment[index + 1]
    if (next && !columnStarts.includes(next.item)) continue
    let block: HTMLElement | null = items[item]?.block ?? null
    if (block === items[item + 1]?.block) continue
    for (; block && !block.hasAttribute('data-column-step'); block = block.nextElementSibling ? null : block.parentElement) block.style.marginBottom = '0'
  }
}
