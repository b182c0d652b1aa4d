/** Hints at what is heard in the place of signs. Runs inside the page, before it is printed, and uses nothing from outside itself. */

/** Hint at the words of formulas, at what the boxes of tasks say, at the words of links and at what abbreviations stand for; `hints.ts` says how. */
export function hintTexts(): void {
  const hinted = /(?:-x)?-tag-[a-z]+(?:-[\da-f]+)?$/
  const hint = (element: Element, type: string) => {
    const lang = (element.closest('[lang]')?.getAttribute('lang') ?? '').replace(hinted, '')
    element.setAttribute('lang', `${lang}${lang.includes('-x-') ? '' : '-x'}-tag-${type}`)
  }
  // In hexadecimal digits: a language holds nothing else.
  const hintText = (element: Element, type: string, text: string) => {
    hint(element, `${type}-${Array.from(new TextEncoder().encode(text), byte => byte.toString(16).padStart(2, '0')).join('')}`)
  }
  const hintFormula = (formula: HTMLElement) => {
    const text = formula.querySelector('math')?.getAttribute('alttext') ?? ''
    if (text === '' || hinted.test(formula.lang)) return
    formula.role ??= formula.matches('span') ? 'mark' : 'group'
    hintText(formula, 'formula', text)
  }
  // Of a text that is longer nobody wants to hear all to learn where it leads.
  const longest = 200
  const wordsOf = (node: Node): string => {
    if (node instanceof Text) return node.data
    if (node instanceof HTMLImageElement) return node.alt
    if (node instanceof HTMLBRElement) return ' '
    // The numbers of pages in the contents are put in later.
    if (!(node instanceof Element) || node.matches('rt, rp, [aria-hidden="true"], [data-page-of]')) return ''
    return node.getAttribute('alttext') ?? node.ariaLabel ?? Array.from(node.childNodes, wordsOf).join('')
  }
  const linkWords = (link: HTMLElement) => {
    if (link.matches('[role="doc-noteref"], [role="doc-backlink"]')) return ''
    const words = wordsOf(link).replaceAll(/[\u00AD\u200B\u2060]/g, '').replaceAll(/\s+/g, ' ').trim()
    return words.length > longest ? `${words.slice(0, longest).replace(/\s+\S*$/, '')}…` : words
  }
  // The block tells of its links: a language of its own would keep a link from being kerned with what stands at it.
  const links = new Map<HTMLElement, string[]>()
  const noteLink = (link: HTMLElement) => {
    const block = link.closest<HTMLElement>('p, li, td, th, h1, h2, h3, h4, h5, h6, figcaption')
    if ((block?.lang ?? '').includes('-tag-links-')) return
    const teller = block && !hinted.test(block.lang) ? block : link
    if (link.getClientRects().length > 0 && !hinted.test(teller.lang)) links.set(teller, [...links.get(teller) ?? [], linkWords(link)])
  }
  const hintAbbreviation = (abbreviation: HTMLElement) => {
    if (abbreviation.lang.includes('-tag-abbr-') || abbreviation.title.trim() === '') return
    abbreviation.role = 'mark'
    hintText(abbreviation, 'abbr', abbreviation.title.trim())
  }
  document.querySelectorAll<HTMLElement>('.formula, .display').forEach(hintFormula)
  document.querySelectorAll<HTMLElement>('a[href]').forEach(noteLink)
  for (const [teller, words] of links) if (words.some(each => each !== '')) hintText(teller, 'links', JSON.stringify(words))
  document.querySelectorAll<HTMLElement>('abbr[title]').forEach(hintAbbreviation)
  for (const box of document.querySelectorAll('input[aria-label]')) hintText(box, 'box', box.ariaLabel ?? '')
}
