/** What is put between two elements must not change them: rules like `p + p`, or `h2 + figure + p`, hold for what stood together. */

/** An element with the style that it had from its neighbours. */
export type Kept = {readonly element: HTMLElement} & Pick<CSSStyleDeclaration, 'textIndent' | 'marginTop' | 'marginBottom'>

/** So many elements behind a place know by our rules what stands before it. */
const mostBehind = 2

/** The elements from one on that rules find by what stands before them, as they are; read before anything is written. */
export function keptFrom(first: Element | null): readonly Kept[] {
  const kept: Kept[] = []
  for (let element = first; element && kept.length < mostBehind; element = element.nextElementSibling) if (element instanceof HTMLElement) kept.push(keptOf(element))
  return kept
}

export function keptOf(element: HTMLElement): Kept {
  const {textIndent, marginTop, marginBottom} = getComputedStyle(element)
  return {element, textIndent, marginTop, marginBottom}
}

/** Leave an element as it was, but for a margin that it has been given since. */
export function keep({element, textIndent, marginTop, marginBottom}: Kept): void {
  Object.assign(element.style, {textIndent, marginTop: element.style.marginTop || marginTop, marginBottom: element.style.marginBottom || marginBottom})
}
