/** Finds the size of the title on a made cover. Runs inside the page, so it has to be self-contained. */

/**
 * Set `--title` to the largest size at which the title breaks no word and leaves room for what stands below it. Where only
 * a word too long for its line makes the title small, the word is broken. Gives the size in px; 0 where there is no title.
 */
export function fitTitle(): number {
  const [cover, title] = [document.querySelector<HTMLElement>('.cover'), document.querySelector('h1')]
  if (!cover || !title) return 0
  const picture = cover.querySelector<HTMLElement>('.picture')
  const most = picture ? 0.34 : 0.58
  // By boxes, not by what overflows: the lines of the foot are set tighter than its type is tall.
  const end = () => cover.lastElementChild?.getBoundingClientRect().bottom ?? 0
  const fits = () => title.scrollWidth <= title.clientWidth && end() <= cover.getBoundingClientRect().bottom + 1
    && title.offsetHeight <= cover.clientHeight * most && (!picture || picture.offsetHeight >= cover.clientHeight * 0.3)
  const largest = (from: number, to: number, wrap: string) => {
    title.style.overflowWrap = wrap
    for (let size = from; size > to; size -= 4) {
      document.documentElement.style.setProperty('--title', `${size}px`)
      if (fits()) return size
    }
    return undefined
  }
  return largest(400, 140, 'normal') ?? largest(200, 48, 'anywhere') ?? 48
}
