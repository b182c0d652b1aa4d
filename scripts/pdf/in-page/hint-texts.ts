/** Hints at what is heard in the place of signs. Runs inside the page, before it is printed, and uses nothing from outside itself. */

/** Hint at the TeX of formulas and at what the boxes of tasks say; `hints.ts` says how. */
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
  document.querySelectorAll<HTMLElement>('.formula, .display').forEach(hintFormula)
  for (const box of document.querySelectorAll('input[aria-label]')) hintText(box, 'box', box.ariaLabel ?? '')
}
