/** Hints at lines that mean something. Runs inside the page, before it is printed, and uses nothing from outside itself. */

/** Hint at the lines of code and of verse, each by its number from 0; `hints.ts` says how. */
export function hintLines(): void {
  const hinted = /(?:-x)?-tag-[a-z]+(?:-[\da-f]+)?$/
  const hint = (element: Element, type: string) => {
    const lang = (element.closest('[lang]')?.getAttribute('lang') ?? '').replace(hinted, '')
    element.setAttribute('lang', `${lang}${lang.includes('-x-') ? '' : '-x'}-tag-${type}`)
  }
  const hintLine = (line: HTMLElement, number: number) => {
    line.role = 'mark'
    hint(line, `line-${number}`)
  }
  // In pieces of one element each: a token of code may go on over several lines.
  const hintCode = (code: HTMLElement) => {
    if (hinted.test(code.lang)) return
    hint(code, 'pre')
    const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT)
    let number = 0
    for (let text = walker.nextNode(); text instanceof Text; text = walker.nextNode()) {
      const end = text.data.indexOf('\n') + 1
      if (end > 0 && end < text.length) text.splitText(end)
      const line = document.createElement('span')
      text.replaceWith(line)
      line.append(text)
      hintLine(line, number)
      if (end > 0) number++
    }
  }
  const hintStanza = (stanza: HTMLElement) => {
    if (hinted.test(stanza.lang)) return
    hint(stanza, 'stanza')
    stanza.querySelectorAll<HTMLElement>(':scope > .line').forEach(hintLine)
  }
  document.querySelectorAll<HTMLElement>('pre').forEach(hintCode)
  document.querySelectorAll<HTMLElement>('.stanza').forEach(hintStanza)
}
