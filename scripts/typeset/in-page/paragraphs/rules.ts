/** Makes style rules on demand and gives them class names: lines that are set alike share one. */

export type StyleRules = {
  /** The class that has these declarations. */
  readonly classFor: (declarations: string) => string
  /** Write the rules made since the last call into the document. */
  readonly flush: () => void
}

/** Keep rules in a style element of their own at the end of the document's head. */
export function styleRules(document: Document): StyleRules {
  const classes = new Map<string, string>()
  let written = 0
  let sheet: HTMLStyleElement | undefined
  const flush = (): void => {
    if (written === classes.size) return
    if (!sheet) {
      sheet = document.createElement('style')
      sheet.append('.set-hyphen::after {content: "-"}\n')
      document.head.append(sheet)
    }
    const rules = [...classes].slice(written).map(([declarations, name]) => `.${name} {${declarations}}\n`)
    // Once the text is styled, each rule by itself: more text in the element would have all of the page styled anew.
    if (written === 0) sheet.append(rules.join(''))
    else for (const rule of rules) sheet.sheet?.insertRule(rule, sheet.sheet.cssRules.length)
    written = classes.size
  }
  const classFor = (declarations: string): string => {
    const known = classes.get(declarations)
    if (known !== undefined) return known
    const name = `set-${classes.size}`
    classes.set(declarations, name)
    return name
  }
  return {classFor, flush}
}
