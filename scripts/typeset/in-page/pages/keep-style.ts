/** Keeps elements looking the same while something is put beside them: `p + p` no longer matches over a stranger. */

const properties = ['textIndent', 'marginTop', 'marginBottom', 'paddingTop', 'paddingBottom', 'borderTopWidth', 'borderBottomWidth', 'breakBefore', 'breakAfter', 'fontSize', 'fontFamily', 'lineHeight'] as const

/** Do something to the tree, and set on the neighbours what that changed; give what takes the settings back. */
export function keepingStyle(neighbours: readonly (Element | null | undefined)[], change: () => void): () => void {
  const elements = neighbours.filter(element => element instanceof HTMLElement)
  const before = elements.map(read)
  change()
  const set = elements.flatMap((element, index) => {
    const now = read(element)
    return properties.filter((_, at) => now[at] !== before[index]?.[at]).map(property => {
      const old = element.style[property]
      element.style[property] = before[index]?.[properties.indexOf(property)] ?? ''
      return () => void (element.style[property] = old)
    })
  })
  return () => set.forEach(restore => restore())
}

function read(element: HTMLElement): readonly string[] {
  const style = getComputedStyle(element)
  return properties.map(property => style[property])
}
