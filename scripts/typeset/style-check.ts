/** Reads the author's own style sheet for what does not parse, and for faces that only this machine may have. */
import * as csstree from 'css-tree'
import {message} from '../messages.ts'
import type {Message, Theme} from '../types.ts'

const generic = new Set(['inherit', 'initial', 'unset', 'revert', 'revert-layer'])

/** Check the style; a theme without one has nothing to say. */
export function checkStyle({style, fonts}: Theme): readonly Message[] {
  if (!style) return []
  const messages: Message[] = []
  const tree = csstree.parse(style.text, {
    positions: true,
    filename: style.name,
    onParseError: ({message: reason, line, column}: csstree.SyntaxParseError) => {
      messages.push(message('bad-style', {file: style.name, line, column}, `Unexpected style: ${reason}, expected CSS`, 'Mend the declaration; a browser leaves it out.'))
    }
  })
  messages.push(...unclosed(style.text, style.name))
  csstree.walk(tree, {visit: 'Declaration', enter(node) {
    // Page rules have properties of their own, which the dictionary does not know.
    if (this.atrule?.name === 'page') return
    messages.push(...checkDeclaration(node, style.name, new Set(fonts.map(font => font.family.toLowerCase()))))
  }})
  messages.push(...outsideReferences(tree, style.name))
  return messages
}

/** What a style sheet refers to outside itself is not loaded, in any edition. */
function outsideReferences(tree: csstree.CssNode, file: string): readonly Message[] {
  const messages: Message[] = []
  csstree.walk(tree, node => {
    const isImport = node.type === 'Atrule' && node.name === 'import'
    if (!isImport && !(node.type === 'Url' && !/^(?:data:|#)/i.test(node.value))) return
    const {line, column} = node.loc?.start ?? {line: 1, column: 1}
    messages.push(message('bad-style', {file, line, column}, `Unexpected reference \`${csstree.generate(node)}\`, expected nothing outside the style sheet`, 'Write fonts and pictures into the style sheet as `data:` addresses.'))
  })
  return messages
}

/** A block that is never closed takes in whatever follows; a parser of CSS minds as little as a browser. */
function unclosed(css: string, file: string): readonly Message[] {
  const open: number[] = []
  csstree.tokenize(css, (type, start) => {
    if (csstree.tokenNames[type] === '{-token') open.push(start)
    if (csstree.tokenNames[type] === '}-token') open.pop()
  })
  return open.map(start => {
    const before = css.slice(0, start).split('\n')
    const place = {file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1}
    return message('bad-style', place, 'Unexpected `{` that is never closed, expected a `}` for it', 'Close the block; everything behind it is lost.')
  })
}

function checkDeclaration(node: csstree.Declaration, file: string, known: ReadonlySet<string>): readonly Message[] {
  const {line, column} = node.loc?.start ?? {line: 1, column: 1}
  const place = {file, line, column}
  const {error} = csstree.lexer.matchDeclaration(node)
  const isCustom = node.property.startsWith('--') || node.property.startsWith('-')
  const wrong = error !== null && !isCustom ? [message('bad-style', place, `Unexpected \`${node.property}: ${csstree.generate(node.value)}\`, expected a property and a value that CSS has`, 'Look the property up; a browser leaves the declaration out.')] : []
  return [...wrong, ...unknownFamilies(node, known).map(family => message('system-font', place, `Unexpected face \`${family}\`, expected one of the theme's: the output depends on this machine`, 'Use a face of the theme, or build on one machine only.'))]
}

function unknownFamilies(node: csstree.Declaration, known: ReadonlySet<string>): readonly string[] {
  if (node.property !== 'font-family' && node.property !== 'font') return []
  const names: string[] = []
  let words: string[] = []
  const flush = () => {
    if (words.length > 0) names.push(words.join(' '))
    words = []
  }
  if (node.value.type !== 'Value') return []
  node.value.children.forEach(child => {
    if (child.type === 'String') words = [child.value]
    else if (child.type === 'Operator' && child.value === ',') flush()
    else if (child.type === 'Identifier') words.push(child.name)
    else words = []
  })
  flush()
  return names.filter(name => !known.has(name.toLowerCase()) && !generic.has(name.toLowerCase()))
}
