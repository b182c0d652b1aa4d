/**
 * Runs inside the page, before it is printed: tells the printer's tags what Chromium keeps to itself. It uses nothing
 * from outside itself.
 */

/**
 * Hint at notes, contents, definitions, code and phrases of another language. Chromium makes tags of what assistive
 * technology would hear of, and writes an element's language into its tag: so the language carries the hint
 * (`en-x-tag-note-12`), and a role makes a tag where there would be none. Neither moves a line. A second call changes
 * nothing. `scripts/pdf/tags/hints.ts` reads the hints.
 */
export function hintTags(): void {
  const hinted = /(?:-x)?-tag-[a-z]+(?:-\d+)?$/
  const hint = (element: Element, type: string) => {
    const lang = (element.closest('[lang]')?.getAttribute('lang') ?? '').replace(hinted, '')
    element.setAttribute('lang', `${lang}${/-x-/.test(lang) ? '' : '-x'}-tag-${type}`)
  }
  // A cell without words has no tag, and the row would be short of one.
  const fill = (cell: HTMLElement) => {
    const space = document.createElement('span')
    space.style.position = 'absolute'
    space.textContent = '\u00A0'
    cell.append(space)
  }
  const all = (selector: string) => document.querySelectorAll<HTMLElement>(selector)
  const tagless = 'span, i, b, u, s, small, cite, q, dfn, var, samp, kbd, bdi, bdo, abbr, time'
  for (const element of all('body [lang]')) {
    if (hinted.test(element.lang)) continue
    if (element.matches(tagless)) {
      element.setAttribute('role', 'mark')
      hint(element, 'phrase')
    } else if (element.matches('div, header, footer, address') && !element.hasAttribute('role')) element.setAttribute('role', 'group')
  }
  // Chromium forgets that a paragraph is one where ruby or a block stands in it.
  for (const paragraph of all('p:not([role])')) paragraph.setAttribute('role', 'paragraph')
  for (const element of all('pre')) hint(element, 'pre')
  for (const element of all('aside')) hint(element, 'aside')
  for (const element of all('dt, dd, dl')) hint(element, element.tagName.toLowerCase())
  for (const element of all('nav.contents')) hint(element, 'toc')
  for (const element of all('[id^="note-"]')) {
    const number = /^note-(\d+)$/.exec(element.id)?.[1]
    if (number === undefined) continue
    for (const label of element.querySelectorAll(':scope > .number')) {
      label.setAttribute('role', 'mark')
      hint(label, 'label')
    }
    hint(element, `note-${number}`)
  }
  for (const table of all('table:not([role])')) if (!table.querySelector('th')) table.setAttribute('role', 'table')
  for (const cell of all('td:empty, th:empty')) fill(cell)
  for (const quotation of all('div.epigraph:not([role])')) quotation.setAttribute('role', 'blockquote')
}
