/** Hints at what things are. Runs inside the page, before it is printed, and uses nothing from outside itself. */

/**
 * Hint at notes, contents, initials, definitions, tables that go on and phrases of another language; `hints.ts` says how.
 */
export function hintTags(): void {
  const hinted = /(?:-x)?-tag-[a-z]+(?:-[\da-f]+)?$/
  const all = (selector: string) => document.querySelectorAll<HTMLElement>(selector)
  const hint = (element: Element, type: string) => {
    const lang = (element.closest('[lang]')?.getAttribute('lang') ?? '').replace(hinted, '')
    element.setAttribute('lang', `${lang}${lang.includes('-x-') ? '' : '-x'}-tag-${type}`)
  }
  const hintPhrase = (element: HTMLElement) => {
    const around = element.parentElement?.closest<HTMLElement>('[lang]')?.lang.replace(hinted, '')
    if (hinted.test(element.lang) || element.lang === around) return
    if (element.matches('div, header, footer, address')) element.role ??= 'group'
    if (!element.matches('span, i, b, u, s, small, cite, q, dfn, var, samp, kbd, bdi, bdo, abbr, time')) return
    element.role = 'mark'
    hint(element, 'phrase')
  }
  const hintNote = (note: HTMLElement) => {
    const number = /^note-(\d+)$/.exec(note.id)?.[1]
    if (number === undefined) return
    for (const label of note.querySelectorAll<HTMLElement>(':scope > :is(.number, .note-number), :scope > p > .note-number')) {
      label.role = 'mark'
      hint(label, 'label')
    }
    hint(note, `note-${number}`)
  }
  // Chromium tells of bullets alone. What is in order has numbers, however they are drawn.
  const hintNumbering = (list: HTMLElement) => {
    if (hinted.test(list.lang)) return
    const style = getComputedStyle(list).listStyleType.replace('latin', 'alpha')
    const isKnown = /^(?:decimal|(?:lower|upper)-(?:roman|alpha))$/.test(style)
    hint(list, isKnown ? style.replace('-', '') : 'decimal')
  }
  // An initial that is a word by itself is drawn without the space behind it.
  const hintInitial = (paragraph: HTMLElement) => {
    if (hinted.test(paragraph.lang) || !/^\s*\p{L}\s/u.test(paragraph.textContent)) return
    const letter = getComputedStyle(paragraph, '::first-letter')
    if (letter.float !== 'none' || letter.getPropertyValue('initial-letter') !== 'normal') hint(paragraph, 'initial')
  }
  // What may not be broken Chromium prints again on every page, into the same cells.
  const hintHead = (head: HTMLElement) => {
    if (getComputedStyle(head).breakInside === 'avoid') for (const cell of head.querySelectorAll('th, td')) hint(cell, 'head')
  }
  // A cell without words has no tag, and the row would be short of one; a no-break space is as good as a word.
  const fillSilent = (cell: HTMLElement) => {
    if (/[^ \t\n\r\f]/.test(cell.textContent) || cell.querySelector('img:not([alt=""]), input, math')) return
    // No higher than the lowest row: where it hung out of the last on a page, it would open another.
    const space = Object.assign(document.createElement('span'), {textContent: '\u00A0'})
    Object.assign(space.style, {position: 'absolute', fontSize: '1px', lineHeight: '1px'})
    cell.append(space)
  }
  for (const element of all('body [lang]')) hintPhrase(element)
  // Chromium forgets that a paragraph is one where ruby or a block stands in it.
  for (const paragraph of all('p')) {
    paragraph.role ??= 'paragraph'
    hintInitial(paragraph)
  }
  for (const element of all('aside, dl, dt, dd, .stacked > caption')) hint(element, element.tagName.toLowerCase())
  for (const list of all('ol')) hintNumbering(list)
  for (const contents of all('nav.contents')) hint(contents, 'toc')
  for (const note of all('aside.note, .notes li')) hintNote(note)
  all('thead').forEach(hintHead)
  all('table[data-rest]').forEach(table => hint(table, 'rest'))
  all('.continued, table[data-rest] > thead').forEach(repeated => (repeated.ariaHidden = 'true'))
  for (const table of all('table:not(:has(th))')) table.role ??= 'table'
  all('table:not(.stacked) :is(td, th)').forEach(fillSilent)
  for (const quotation of all('div.epigraph')) quotation.role ??= 'blockquote'
}
