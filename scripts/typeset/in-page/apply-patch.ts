/** Runs inside the page, before it is printed: puts in what is known of the pages by now. It uses nothing from outside itself. */
import type {PagePatch} from '../../types.ts'

/** Set folios, running heads and the contents' page numbers. */
export function applyPatch({counters, folios}: PagePatch): void {
  const style = document.getElementById('pamphlet-counters')
  if (style) style.textContent = counters
  for (const place of document.querySelectorAll<HTMLElement>('[data-page-of]')) place.textContent = folios[place.dataset['pageOf'] ?? ''] ?? ''
}
