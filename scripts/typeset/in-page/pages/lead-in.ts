/** A lead-in announces what follows it, by the colon that it ends in: it keeps with it, as a head keeps with its text. */

/** The colons of the scripts that have one, with a dash or a closing mark behind them where there is one. */
const colon = /[:\uA789\uFE55\uFF1A\u1365\u1366\u1804]\s*[—–-]?["'”’“»›)]?$/u

/** Whether words announce what comes behind them. */
export function isLeadIn(words: string): boolean {
  return colon.test(words.trimEnd())
}

/** The last words of nodes in a row, without the references to notes behind them. */
export function lastWords(nodes: Iterable<Node>): string {
  let words = ''
  for (const node of [...nodes].toReversed()) {
    words = (node instanceof Element ? ofElement(node) : node.textContent ?? '') + words
    if (words.trim().length > 4) break
  }
  return words
}

function ofElement(element: Element): string {
  return element.matches('.noteref, .page-turn') ? '' : lastWords(element.childNodes)
}
