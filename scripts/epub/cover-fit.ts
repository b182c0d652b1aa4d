/** Finds the size of the title on a made cover. Runs inside the page, so it has to be self-contained. */

/**
 * Set `--title` to the largest size of a few, each an eighth smaller than the one before, at which the title breaks no word,
 * parts none that belong together and leaves room for what stands below it; somewhat smaller where that gives fewer lines,
 * and none with a short word alone. Where only a word too long for its line makes the title small, the word is broken.
 * Gives the size in px; 0 where there is no title.
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
  const mostLines = Math.max(5, Math.ceil(title.textContent.length / 14))
  const lines = () => {
    const [range, ends] = [document.createRange(), new Map<number, {left: number; right: number}>()]
    // Of text alone: a phrase is a box as wide as the title.
    const texts = document.createTreeWalker(title, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      range.selectNodeContents(texts.currentNode)
      for (const {bottom, left, right} of range.getClientRects()) {
        const known = ends.get(Math.round(bottom)) ?? {left, right}
        ends.set(Math.round(bottom), {left: Math.min(left, known.left), right: Math.max(right, known.right)})
      }
    }
    return [...ends.values()].map(({left, right}) => right - left)
  }
  const isShapely = () => {
    const widths = lines()
    return widths.length <= mostLines && (widths.length < 3 || Math.min(...widths) >= Math.max(...widths) * 0.36)
  }
  const largest = (from: number, to: number, {wrap = 'normal', also = () => true}) => {
    title.style.overflowWrap = wrap
    for (let size = from; size > to; size = Math.round(size * 7 / 8)) {
      document.documentElement.style.setProperty('--title', `${size}px`)
      if (fits() && also()) return size
    }
    return undefined
  }
  const plain = largest(400, 130, {}) ?? largest(205, 24, {wrap: 'anywhere'}) ?? 24
  return largest(plain, plain * 0.55, {also: isShapely}) ?? largest(plain, plain - 1, {wrap: plain > 205 ? 'normal' : 'anywhere'}) ?? plain
}
