/** Finds what in the author's style takes blocks out of the flow that pages are composed of. */
import * as csstree from '../css.ts'
import type {Theme} from '../types.ts'

/** A declaration, and where it stands: `file:line:column`. */
export type Culprit = {readonly at: string; readonly words: string}

/** Values of a property that leave the flow as it is. */
const harmless: Readonly<Record<string, RegExp>> = {
  position: /^(?:static|relative|inherit|initial|unset|revert|revert-layer)$/,
  float: /^(?:none|inherit|initial|unset|revert|revert-layer)$/,
  display: /^(?:none|block|inline|inline-block|list-item|inherit|initial|unset|revert|revert-layer)$/,
  columns: /^auto$/, 'column-count': /^(?:auto|1)$/, 'column-width': /^auto$/, 'column-span': /^none$/,
  'writing-mode': /^horizontal-tb$/, direction: /^$/,
  transform: /^none$/, translate: /^none$/, rotate: /^none$/, scale: /^(?:none|1)$/, zoom: /^(?:1|100%|normal)$/,
  overflow: /^visible$/, 'overflow-x': /^(?:visible|clip)$/, 'overflow-y': /^visible$/,
  height: /^auto$/, 'max-height': /^none$/, 'min-height': /^(?:auto|0)$/, 'block-size': /^auto$/, 'max-block-size': /^none$/,
  contain: /^none$/, 'content-visibility': /^visible$/, all: /^$/, animation: /^none$/, 'animation-name': /^none$/,
  'line-clamp': /^none$/, '-webkit-line-clamp': /^none$/, 'line-height': /^(?!0(?:\D|$))/, margin: /^(?!.*-\d)/, 'margin-top': /^(?!-)/, 'margin-bottom': /^(?!-)/,
  '--leading': /^$/, 'initial-letter': /^(?:normal|\d(?:\s\d)?)$/, page: /^$/
}

/** What often moves or hides text, or sets it larger than pages can hold, and is seldom wrong. */
const suspicious = /^(?:top|right|bottom|left|inset.*|position|display|visibility|font|font-size|line-height|break-.*|page-break-.*|margin.*|padding.*|width|min-width|max-width|white-space|letter-spacing|word-spacing)$/

/** The first such declaration; undefined where there is none. Pictures may have any height. */
export function culpritOf(theme: Theme): Culprit | undefined {
  return firstDeclaration(theme, (property, value) => !(harmless[property]?.test(value) ?? true))
}

/** Where an author's style sheet is known to be to blame: the first declaration that may be it, or the sheet; undefined without one. */
export function suspectOf(theme: Theme): Culprit | undefined {
  return theme.style && (firstDeclaration(theme, property => suspicious.test(property)) ?? {at: `${theme.style.name}:1:1`, words: ''})
}

/** The first declaration that strokes letters, which a browser prints as a font of Type 3; undefined where there is none. */
export function strokeOf(theme: Theme): Culprit | undefined {
  return firstDeclaration(theme, (property, value) => /^(?:-webkit-)?text-stroke(?:-width)?$/.test(property) && !/^(?:0(?:px|pt|em)?|none|initial|unset)$/.test(value))
}

function firstDeclaration({style}: Theme, isMeant: (property: string, value: string) => boolean): Culprit | undefined {
  if (!style) return undefined
  const found: Culprit[] = []
  csstree.walk(csstree.parse(style.text, {positions: true}), {visit: 'Declaration', enter(node) {
    if (this.atrule?.name === 'page' || found.length > 0) return
    const value = csstree.generate(node.value).trim().toLowerCase().replace(/\s*!important$/, '')
    const {line, column} = node.loc?.start ?? {line: 1, column: 1}
    if (isMeant(node.property.toLowerCase(), value)) found.push({at: `${style.name}:${line}:${column}`, words: `${node.property}: ${csstree.generate(node.value).trim()}`})
  }})
  return found[0]
}
