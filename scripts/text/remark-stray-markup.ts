/** Markup that Markdown does not read as such: its signs would be printed. Told only where nothing else can be meant. */
import type {Heading, Paragraph, Root, TableCell} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {foreignSigns, reportContentsSigns, reportDefinitions} from './foreign-markup.ts'
import {nearestName} from './nearest.ts'
import {report} from './report.ts'
import {pointIn} from './source-points.ts'
import {reportStrayAttributes} from './stray-attributes.ts'
import {reportStrayBoxes} from './stray-boxes.ts'
import {reportStrayFormulas} from './stray-formulas.ts'
import {reportStrayHeads} from './stray-heads.ts'
import {reportStrayNotes, spacedLabels} from './stray-notes.ts'
import {lowCommas, reportCodeQuotes, texQuotes} from './stray-quotes.ts'
import {strayStars} from './stray-stars.ts'
import type {Finding, Search, Written} from './written.ts'
import {findIn, shown} from './written.ts'

type Block = Paragraph | Heading | TableCell

const escape = 'To keep the signs as text, put a backslash before the first.'

/** Say where signs were left as text, and how what they mean is written; with `hasFormulas`, dollars are read. */
export function remarkStrayMarkup({hasFormulas}: {readonly hasFormulas: boolean}) {
  return (tree: Root, file: VFile): void => {
    const blocks: (readonly Written[])[] = []
    visit(tree, node => {
      if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') blocks.push(textsOf(node, String(file.value)))
    })
    for (const written of blocks.flat()) for (const finding of findIn(written, searches)) tell(file, written, finding)
    for (const [written, finding] of strayStars(blocks)) tell(file, written, finding)
    if (!hasFormulas) reportStrayFormulas(tree, file)
    reportDefinitions(tree, file)
    reportContentsSigns(tree, file)
    reportCodeQuotes(tree, file)
    reportStrayAttributes(tree, file)
    reportStrayBoxes(tree, file)
    reportStrayHeads(tree, file)
    reportStrayNotes(tree, file)
    reportSwappedLinks(tree, file)
  }
}

function textsOf(block: Block, source: string): readonly Written[] {
  const texts: Pick<Written, 'source' | 'after' | 'node'>[] = []
  visit(block, 'text', node => {
    const {start, end} = node.position ?? {}
    if (start?.offset !== undefined && end?.offset !== undefined) texts.push({source: source.slice(start.offset, end.offset), after: source.slice(end.offset, end.offset + 'https://'.length), node})
  })
  const lastBracket = texts.findLastIndex(written => written.source.includes(')'))
  const lastStars = texts.findLastIndex(written => written.source.includes('**'))
  return texts.map((written, index) => ({...written, isBracketBehind: index < lastBracket, areStarsBehind: index < lastStars}))
}

function tell(file: VFile, {source, node}: Written, {at, actual, expected, remedy}: Finding): void {
  const start = node.position && pointIn(source, at, node.position.start)
  report(file, 'stray-markup', start && {position: {start}}, `Unexpected ${actual}, expected ${expected}: it is printed as it was typed`, `${remedy} ${escape}`)
}

/** `:page{id}`, `:index{term}`: braces where brackets belong. */
function pageReferences({source}: Written): readonly Finding[] {
  return [...source.matchAll(/(?<!\\):(page|index)\{([^{}\n]{1,100})\}/g)].map(({index: at, 0: typed, 1: name = '', 2: words = ''}) => (
    {at, actual: `braces in \`${typed}\``, expected: `brackets, \`:${name}[${words.trim().replace(/^#/, '')}]\``, remedy: 'Write brackets.'}
  ))
}

const markNames = ['page', 'index']

/** `:page(id)`, `:index(term)`. */
function roundReferences({source}: Written): readonly Finding[] {
  return [...source.matchAll(/(?<![\\:])(?:(?<![\p{L}\p{N}]):page|:index)\(([^()\n]{1,100})\)/gu)].map(({index: at, 0: typed, 1: words = ''}) => (
    {at, actual: `round brackets in \`${typed}\``, expected: `square ones, \`${typed.slice(0, typed.indexOf('('))}[${words.replace(/^#/, '')}]\``, remedy: 'Write square brackets.'}
  ))
}

/** `:indx[press]`: a name near one that is known. */
function nearMarks({source}: Written): readonly Finding[] {
  return [...source.matchAll(/(?<![\\:\p{L}\p{N}]):([a-z]{2,12})\[([^[\]\n]{1,100})\]/gu)].flatMap(({index: at, 0: typed, 1: name = '', 2: words = ''}) => {
    const near = markNames.includes(name) ? undefined : nearestName(name, markNames, 0.4)
    return near === undefined ? [] : [{at, actual: `\`${shown(typed)}\``, expected: `\`:${near}[${shown(words)}]\``, remedy: `Did you mean \`:${near}\`?`}]
  })
}

/** `^[a note]`, as Pandoc has it; words follow, so it is no pattern and no power. */
function inlineNotes({source}: Written): readonly Finding[] {
  return [...source.matchAll(/(?<!\\)\^\[(?=[^\]\n]{0,200}\p{L}[\p{L}.,;:]*\s+[^\s\]])/gu)].map(({index: at}) => (
    {at, actual: 'note in the line, `^[…]`', expected: 'a note with a label', remedy: 'Write `[^a]` here, and the note on lines of its own: `[^a]: …`.'}
  ))
}

/** `[words](address` that no bracket ends. */
function openLinks({source, isBracketBehind}: Written): readonly Finding[] {
  const last = isBracketBehind ? Infinity : source.lastIndexOf(')')
  return [...source.matchAll(/(?<!\\)\[[^[\]\n]{1,200}\]\([^\s()]*/g)].filter(({index, 0: typed}) => last < index + typed.length).map(({index: at, 0: typed}) => (
    {at, actual: `link \`${shown(typed)}\` without its end`, expected: '`)` behind its address', remedy: 'Write the bracket.'}
  ))
}

/** `[words] (https://…)`: a space before the address, which may be a link by itself and no part of the text. */
function apartLinks({source, after}: Written): readonly Finding[] {
  return [...`${source}${after}`.matchAll(/(?<!\\)\[(?=[^[\]\n]*\p{L})([^[\]\n]{1,200})\][ \t]+\((?=https?:\/\/|mailto:|www\.|#[\w-]+\)|[^\s()]+\.(?:md|html?)\))/gu)].map(({index: at, 1: words = ''}) => (
    {at, actual: `space between \`[${shown(words)}]\` and its address`, expected: 'a link, `[words](address)`', remedy: 'Take the space out.'}
  ))
}

const searches: readonly Search[] = [
  {sign: '{', find: pageReferences},
  {sign: '(', find: roundReferences},
  {sign: '``', find: texQuotes},
  {sign: ',,', find: lowCommas},
  {sign: '^[', find: inlineNotes},
  {sign: '[', find: nearMarks},
  {sign: '](', find: openLinks},
  {sign: ']', find: apartLinks},
  {sign: '[^', find: spacedLabels},
  ...foreignSigns
]

/** `(words)[https://…]`: each in the other's brackets. The address is a link by itself, and what stands beside it has no place. */
function reportSwappedLinks(tree: Root, file: VFile): void {
  visit(tree, 'paragraph', ({children, position}) => {
    children.forEach((child, index) => {
      const before = children[index - 1]
      const [, words] = before?.type === 'text' ? /(?<!\])\(([^()\n]{1,200})\)\[$/.exec(before.value) ?? [] : []
      if (child.type === 'link' && words !== undefined) report(file, 'stray-markup', {position}, `Unexpected round brackets around \`${shown(words)}\` and square ones around its address, expected a link, \`[words](address)\`: it is printed as it was typed`, `Exchange the brackets. ${escape}`)
    })
  })
}
