/** Reads the author's own style sheet for what does not parse, and for faces that only this machine may have. */
import * as csstree from 'css-tree'
import {message} from '../messages.ts'
import type {Message, Theme} from '../types.ts'
import {isOutside} from './outside.ts'

const inherited = new Set(['inherit', 'initial', 'unset', 'revert', 'revert-layer'])
const generic = new Set(['serif', 'sans-serif', 'monospace', 'cursive', 'fantasy', 'math', 'system-ui', 'emoji'])

/** Check the style; a theme without one has nothing to say. */
export function checkStyle({style, fonts}: Theme): readonly Message[] {
  return style ? checkSheet(style, fonts.map(({family}) => family)) : []
}

/**
 * Check a style sheet. `families` are the faces that it may name, absent where the reader's machine may choose;
 * `ofReferences` is the rule of what leads outside.
 */
export function checkSheet({name, text}: {readonly name: string; readonly text: string}, families: readonly string[] | undefined, ofReferences: 'bad-style' | 'bad-theme' = 'bad-style'): readonly Message[] {
  const messages: Message[] = []
  const opened = unclosedIn(text)
  const tree = csstree.parse(text, {
    positions: true,
    filename: name,
    onParseError: ({message: reason, line, column, offset}: csstree.SyntaxParseError) => {
      // Behind a brace that is never closed, what does not parse is a symptom.
      if (offset > (opened[0] ?? Infinity)) return
      messages.push(message('bad-style', {file: name, line, column}, `${reason.startsWith('Unexpected ') ? '' : 'Unexpected style: '}${reason}, expected CSS`, 'Mend the declaration; a browser leaves it out.'))
    }
  })
  messages.push(...opened.map(start => unclosed(text, start, name)))
  const known = families && new Set(families.map(family => family.toLowerCase()))
  csstree.walk(tree, {visit: 'Declaration', enter(node) {
    // Page rules have properties of their own, which the dictionary does not know.
    if (this.atrule?.name === 'page') {
      messages.push(...checkPaper(node, name), ...unknownOnPages(node, name))
      return
    }
    messages.push(...checkDeclaration(node, name, known))
  }})
  messages.push(...outsideReferences(tree, name, ofReferences))
  return messages
}

const ofPages = new Set(['size', 'marks', 'bleed', 'page-orientation'])

/** A name that neither pages nor anything else have; a browser leaves it out. */
function unknownOnPages({property, loc}: csstree.Declaration, file: string): readonly Message[] {
  if (property.startsWith('-') || ofPages.has(property) || csstree.lexer.getProperty(property) !== null) return []
  const {line, column} = loc?.start ?? {line: 1, column: 1}
  return [message('bad-style', {file, line, column}, `Unexpected \`${property}\`, expected a property that CSS has`, 'Look the property up; a browser leaves the declaration out.')]
}

/** What a style sheet refers to outside itself is not loaded, in any edition. */
function outsideReferences(tree: csstree.CssNode, file: string, rule: 'bad-style' | 'bad-theme'): readonly Message[] {
  const messages: Message[] = []
  csstree.walk(tree, node => {
    const isImport = node.type === 'Atrule' && node.name === 'import'
    if (!isImport && !(node.type === 'Url' && isOutside(node.value))) return
    const {line, column} = node.loc?.start ?? {line: 1, column: 1}
    messages.push(message(rule, {file, line, column}, `Unexpected reference \`${csstree.generate(node)}\`, expected nothing outside the style sheet`, 'Write fonts and pictures into the style sheet as `data:` addresses.'))
  })
  return messages
}

/** Where blocks open that are never closed; a parser of CSS minds as little as a browser. */
function unclosedIn(css: string): readonly number[] {
  const open: number[] = []
  csstree.tokenize(css, (type, start) => {
    if (csstree.tokenNames[type] === '{-token') open.push(start)
    if (csstree.tokenNames[type] === '}-token') open.pop()
  })
  return open
}

/** Such a block takes in whatever follows. */
function unclosed(css: string, start: number, file: string): Message {
  const before = css.slice(0, start).split('\n')
  const place = {file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1}
  return message('bad-style', place, 'Unexpected `{` that is never closed, expected a `}` for it', 'Close the block; everything behind it is lost.')
}

/** Of what lies behind a page the browser paints its colour alone, and says nothing of the rest. */
function checkPaper(node: csstree.Declaration, file: string): readonly Message[] {
  const isPicture = /^background(?:-image)?$/.test(node.property) && csstree.find(node.value, value => value.type === 'Url' || value.type === 'Function' && value.name.endsWith('gradient'))
  if (!isPicture) return []
  const {line, column} = node.loc?.start ?? {line: 1, column: 1}
  return [message('bad-style', {file, line, column}, `Unexpected picture or gradient behind \`@page\`, expected a colour: a browser prints no other`, 'Write `background: #rrggbb`; set a picture as a figure of the class `full-page`.')]
}

function checkDeclaration(node: csstree.Declaration, file: string, known: ReadonlySet<string> | undefined): readonly Message[] {
  // What a variable stands for is known to the browser alone.
  if (csstree.find(node, inner => inner.type === 'Function' && inner.name.toLowerCase() === 'var')) return []
  const {line, column} = node.loc?.start ?? {line: 1, column: 1}
  const place = {file, line, column}
  const {error} = csstree.lexer.matchDeclaration(node)
  const isCustom = node.property.startsWith('--') || node.property.startsWith('-')
  const value = csstree.generate(node.value).replaceAll(/\s+/g, ' ')
  // No value holds a brace: the block that it stands in, or the declaration, was not closed, and that is said at the brace.
  const isRule = node.value.type === 'Raw' && value.includes('{')
  const wrong = error !== null && !isCustom && !isRule ? [message('bad-style', place, `Unexpected \`${node.property}: ${value}\`, expected a property and a value that CSS has`, 'Look the property up; a browser leaves the declaration out.')] : []
  const families = known ? unknownFamilies(node, known) : []
  return [...wrong, ...families.map(family => message('system-font', place, `Unexpected face \`${family}\`, expected one of the theme's: the output depends on this machine`, 'Use a face of the theme, or build on one machine only.'))]
}

/** Families that only this machine may have; a generic one behind a face of the theme is never asked. */
function unknownFamilies(node: csstree.Declaration, known: ReadonlySet<string>): readonly string[] {
  if (node.property !== 'font-family' && node.property !== 'font') return []
  const names = familiesIn(node.value)
  const hasOwn = names.some(name => known.has(name.toLowerCase()))
  return names.filter(name => !known.has(name.toLowerCase()) && !inherited.has(name.toLowerCase()) && !(hasOwn && generic.has(name.toLowerCase())))
}

function familiesIn(value: csstree.Value | csstree.Raw): readonly string[] {
  if (value.type !== 'Value') return []
  const names: string[] = []
  let words: string[] = []
  const flush = () => {
    if (words.length > 0) names.push(words.join(' '))
    words = []
  }
  value.children.forEach(child => {
    if (child.type === 'String') words = [child.value]
    else if (child.type === 'Operator' && child.value === ',') flush()
    else if (child.type === 'Identifier') words.push(child.name)
    else words = []
  })
  flush()
  return names
}
