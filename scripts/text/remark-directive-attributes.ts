/** What a directive is given and cannot use: its words would be lost. */
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import type {Directive} from './directives/directive.ts'
import {isShare, shareRemedy} from './picture-width.ts'
import {report} from './report.ts'
import {keepWritten} from './written-classes.ts'

/** What every directive takes. */
const common = ['id', 'class']
const own: ReadonlyMap<string, readonly string[]> = new Map([['figure', ['src', 'alt', 'width']]])

/** What was meant, where people write an attribute for what has another form. */
const forms: ReadonlyMap<string, string> = new Map(Object.entries({
  title: 'A title stands in brackets behind the name: `:::aside[Title]`.',
  caption: 'The caption is what stands between the two lines of colons; that of a table stands in brackets: `:::table[Caption]`.',
  by: 'The source of an epigraph is its last line, behind a dash: `— Ada Press`.'
}))

/** Report attributes that their directive does not know, classes that are the program's own, and notes in the imprint, which has no foot to set them at. */
export function remarkDirectiveAttributes() {
  return (tree: Root, file: VFile): void => {
    visit(tree, node => {
      if (node.type !== 'containerDirective' && node.type !== 'leafDirective') return
      reportAttributes(file, node)
      if (node.name === 'figure' && /(?:^|\s)full-page(?:\s|$)/.test(node.attributes?.['class'] ?? '') && node.children.length > 0) reportCaption(file, node)
      if (node.attributes?.['class']) node.attributes['class'] = keepWritten(node.attributes['class'], node, file).join(' ')
      if (node.name === 'imprint') visit(node, 'footnoteReference', reference => report(file, 'note-in-imprint', reference, 'Unexpected note in the imprint, expected none: it has no foot to stand at', 'Write what the note says into the imprint itself.'))
    })
  }
}

/** A picture that fills its page leaves a caption no room. */
function reportCaption(file: VFile, node: Directive): void {
  report(file, 'unknown-attribute', node, 'Unexpected `.full-page` of a figure with a caption, expected one without: it stands in the text', 'Take the caption out, or take off `.full-page`.')
}

function reportAttributes(file: VFile, node: Directive): void {
  const known = [...common, ...own.get(node.name) ?? []]
  const attributes = node.attributes ?? {}
  const loose = looseWords(attributes, known, String(file.value).slice(node.position?.start.offset, node.position?.end.offset))
  if (loose) reportLoose(file, node, loose)
  reportEmptyId(file, node)
  if (node.name === 'figure') reportWidth(file, node, attributes['width'])
  for (const name of Object.keys(attributes)) {
    if (!loose?.words.includes(name) && !known.includes(name)) report(file, 'unknown-attribute', node, `Unexpected attribute \`${name}\` of \`${node.name}\`, expected none but ${known.map(each => `\`${each}\``).join(', ')}: so it is left out`, forms.get(name) ?? 'Write what it says into the text of the directive.')
  }
}

/** `#my id`: the second word is a name without a value, and the last id counts. */
function reportEmptyId(file: VFile, node: Directive): void {
  if (node.attributes?.['id'] === '') report(file, 'unknown-attribute', node, `Unexpected \`id\` of \`${node.name}\` without a value, expected one word: so it has no id`, 'Write it as `#id`, one word behind the number sign; the word `id` by itself takes its value away.')
}

function reportWidth(file: VFile, node: Directive, width: string | null | undefined): void {
  if (typeof width === 'string' && !isShare(width)) report(file, 'unknown-attribute', node, `Unexpected \`width=${width.slice(0, 40)}\` of \`figure\`, expected a share of the column, as \`width=50%\`: so it is left out`, shareRemedy)
}

type Loose = {readonly name: string; readonly value: string; readonly words: readonly string[]}

/** `alt=A house`: behind a value without quotation marks its next words are names that have no value. */
function looseWords(attributes: Readonly<Record<string, string | null | undefined>>, known: readonly string[], source: string): Loose | undefined {
  const entries = Object.entries(attributes)
  const isLoose = ([name, value]: readonly [string, unknown]) => value === '' && !known.includes(name)
  const first = entries.findIndex(isLoose)
  const [name, value] = entries[first - 1] ?? []
  if (name === undefined || !value || !source.includes(`${name}=${value} `)) return undefined
  const words = entries.slice(first).filter(isLoose).map(([word]) => word)
  return {name, value, words}
}

function reportLoose(file: VFile, node: Directive, {name, value, words}: Loose): void {
  const whole = [value, ...words].join(' ').slice(0, 60)
  report(file, 'unknown-attribute', node, `Unexpected ${words.length === 1 ? 'word' : 'words'} ${words.slice(0, 8).map(word => `\`${word}\``).join(', ')} behind \`${name}=${value}\`, expected quotation marks around the whole value: so only \`${value}\` is taken`, `Put quotation marks around the value: \`${name}="${whole}"\`.`)
}
