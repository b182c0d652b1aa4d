/** Which elements a style sheet may give a first letter, a first line or generated content: a cheap test before a dear one. */

export type PseudoElements = {
  readonly hasFirstLine: (element: Element) => boolean
  readonly hasFirstLetter: (element: Element) => boolean
  readonly hasGenerated: (element: Element) => boolean
}

/** Read the document's style sheets. */
export function pseudoElements(document: Document): PseudoElements {
  const selectors = [...document.styleSheets].flatMap(sheet => selectorsIn(sheet.cssRules))
  const generated = tester(selectors, /::?(?:before|after)\b/g)
  return {
    hasFirstLine: tester(selectors, /::?first-line\b/g),
    hasFirstLetter: tester(selectors, /::?first-letter\b/g),
    hasGenerated: element => (generated(element) || element.tagName === 'Q') && ['::before', '::after'].some(name => {
      const {content, position} = getComputedStyle(element, name)
      return content !== 'none' && content !== 'normal' && position !== 'absolute'
    })
  }
}

function selectorsIn(rules: CSSRuleList): readonly string[] {
  return [...rules].flatMap(rule => {
    const own = rule instanceof CSSStyleRule ? [rule.selectorText] : []
    const inner = rule instanceof CSSGroupingRule || rule instanceof CSSStyleRule ? selectorsIn(rule.cssRules) : []
    return [...own, ...inner]
  })
}

/** Tell whether an element may match a selector that names the pseudo-element; too many match rather than too few. */
function tester(selectors: readonly string[], pseudo: RegExp): (element: Element) => boolean {
  const bare = selectors.filter(selector => selector.search(pseudo) >= 0).map(selector => {
    return selector.replaceAll(new RegExp(`(^|[\\s>+~,(])(?:${pseudo.source})`, 'g'), '$1*').replaceAll(pseudo, '').replaceAll('&', ':is(*)')
  })
  if (bare.length === 0) return () => false
  const all = bare.filter(selector => CSS.supports(`selector(${selector.replaceAll(',', ' ')})`)).join(',')
  return element => all === '' || element.matches(all)
}
