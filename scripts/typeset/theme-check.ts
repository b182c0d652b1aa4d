/** Reads a theme of the author's own as the program's themes are never read: for what it must not do, and what does nothing. */
import type {Element, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {visit} from 'unist-util-visit'
import {message} from '../messages.ts'
import {printValueNames, webValueNames} from '../template/value-names.ts'
import type {Message, OwnTheme, Place} from '../types.ts'
import {checkSheet} from './style-check.ts'

/** Names that style sheets may use besides the faces of `theme.yaml`. */
const alwaysThere = ['Fallback', 'Math']

/** What templates may be made of: nothing that runs, loads or is filled in by a reader. */
const elements = new Set([
  ...['html', 'head', 'meta', 'title', 'body', 'main', 'section', 'article', 'nav', 'header', 'footer', 'aside', 'div', 'span', 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['a', 'img', 'figure', 'figcaption', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'hr', 'br', 'blockquote', 'address', 'time'],
  ...['b', 'i', 'em', 'strong', 'small', 'sub', 'sup', 'svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'defs', 'lineargradient', 'stop', 'text', 'tspan']
])
const addresses = new Set(['src', 'srcSet', 'href', 'xLinkHref', 'background', 'poster'])

/** Check style sheets and templates; `families` are the faces that the theme brings. */
export function checkTheme({name, files}: OwnTheme, families: readonly string[]): readonly Message[] {
  return [...files].flatMap(([file, text]) => {
    const place = {file: `${name}/${file}`}
    if (file.endsWith('.css')) return checkSheet({name: place.file, text}, file === 'print.css' ? [...families, ...alwaysThere] : undefined, 'bad-theme')
    return file.endsWith('.html') ? checkTemplate(text, place, new Set(file === 'web.html' ? webValueNames : printValueNames)) : []
  })
}

function checkTemplate(text: string, place: Place, values: ReadonlySet<string>): readonly Message[] {
  const messages: Message[] = []
  const tree: Root = fromHtml(text, {fragment: !/^\s*<!doctype/i.test(text)})
  visit(tree, 'element', element => {
    const at = element.position ? {...place, line: element.position.start.line, column: element.position.start.column} : place
    messages.push(...forbidden(element, at), ...unknownValues(element, at, values))
  })
  return messages
}

function forbidden({tagName, properties}: Element, place: Place): readonly Message[] {
  const bad = (what: string) => message('bad-theme', place, `Unexpected ${what} in a template, expected what neither runs nor loads anything`, 'Take it out; styles stand in the style sheets, and a picture as a `data:` address.')
  if (!elements.has(tagName.toLowerCase())) return [bad(`element \`<${tagName}>\``)]
  return Object.entries(properties).flatMap(([name, value]) => isHarmless(tagName, name, String(value)) ? [] : [bad(`attribute \`${name.toLowerCase()}\``)])
}

function isHarmless(tagName: string, name: string, value: string): boolean {
  if (/^on/i.test(name) || name === 'httpEquiv') return false
  if (name === 'style') return !/url\(|@import|expression/i.test(value)
  if (!addresses.has(name)) return true
  return tagName === 'a' ? /^(?:#|https?:|mailto:)/i.test(value) : /^(?:#|data:image\/)/i.test(value)
}

/** A place for a value that there is none of: the template would never be filled. */
function unknownValues({properties}: Element, place: Place, values: ReadonlySet<string>): readonly Message[] {
  return (['dataFill', 'dataIf', 'dataHref'] as const).flatMap(attribute => {
    const value = properties[attribute]
    return value === undefined || values.has(String(value)) ? [] : [message('bad-theme', place, `Unexpected value \`${String(value)}\`, expected one of ${[...values].join(', ')}`, 'Compare it with the list in the handbook.')]
  })
}
