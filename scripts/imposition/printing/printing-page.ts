/** The page that says how to print: set in the pamphlet's language, one page, the same on every machine. */
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {Element} from 'hast'
import {h} from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {EXIT, visit} from 'unist-util-visit'
import {fontFaces} from '../../font-face.ts'
import type {Values} from '../../template/fill.ts'
import {fill} from '../../template/fill.ts'
import {text} from '../../template/values.ts'
import {sheetFamily} from '../../sheet-sizes.ts'
import type {FontFile, LayoutName, Metadata, Resource} from '../../types.ts'
import type {Plan} from '../plan.ts'
import {finishedDrawing, foldDrawing, sheetDrawing} from './drawings.ts'
import {measuresIn, type Measures} from './measures.ts'
import {printRun} from './print-run.ts'
import {isManual, settingsOf} from './settings.ts'
import type {PrintingWords} from './words/index.ts'
import {printingWordsFor} from './words/index.ts'

/** A page with all that it needs, its paper and the sheet of whole px that Chromium prints exactly. */
export type PrintingPage = {
  readonly html: string
  readonly resources: ReadonlyMap<string, Resource>
  readonly title: string
  readonly lang: string
  readonly widthMm: number
  readonly heightMm: number
  readonly sheet: {readonly widthPx: number; readonly heightPx: number}
}

const stringifier = unified().use(rehypeStringify).freeze()
const template = (name: string) => readFileSync(fileURLToPath(new URL(`../../../templates/printing/${name}`, import.meta.url)), 'utf8')

/** The paper of the page: an office's usual one. */
const papers = {
  iso: {widthMm: 210, heightMm: 297, sheet: {widthPx: 800, heightPx: 1128}},
  us: {widthMm: 215.9, heightMm: 279.4, sheet: {widthPx: 816, heightPx: 1056}}
} as const

/** Every text of the page in one string: it says which fonts the page needs. */
export function printingText(metadata: Metadata): string {
  const found = printingWordsFor(metadata.lang)
  const measured = (['metric', 'us'] as const).flatMap(system => {
    const {length, size, paper} = measuresIn(found, system)
    return [length(0.5), length(50), length(5_000), size(210, 297), size(139.7, 215.9), paper(metadata.booklet.paper.name)]
  })
  const {list} = measuresIn(found)
  return JSON.stringify([found.words, metadata.title, metadata.slug, ...measured, list(['1', '2', '3']), metadata.booklet.sheet?.name]) + '0123456789×–.,¼½¾\u00A0'
}

/** Set the page for a plan. `fonts`: the theme's faces for `printingText`. */
export function printingPage(plan: Plan, metadata: Metadata, fonts: readonly FontFile[]): PrintingPage {
  const found = printingWordsFor(metadata.lang)
  const {lang, direction, words} = found
  const paper = papers[metadata.booklet.family]
  const system = systemOf(plan, metadata, words)
  const tree = fill(template('printing.html'), valuesOf(plan, metadata, inSystem(system, wordsOn(plan, words)), measuresIn(found, system)), new Set())
  const size = `:root {--page-width: ${paper.widthMm}mm; --page-height: ${paper.heightMm}mm}\n@page {size: ${paper.sheet.widthPx}px ${paper.sheet.heightPx}px; margin: 0}\n`
  visit(tree, 'element', element => {
    if (element.tagName === 'html') Object.assign(element.properties, {lang, dir: direction})
    if (element.tagName === 'head') element.children.push(h('style', `${fontFaces(fonts, ({name}) => `/fonts/${name}`)}${template('printing.css')}${size}`))
    if (element.tagName !== 'body') return undefined
    element.properties.className = [...isManual(plan, metadata) ? ['dense'] : [], ...system === 'us' ? ['inches'] : []]
    return EXIT
  })
  return {html: stringifier.stringify(tree), title: `${words.heading}: ${metadata.title}`, lang, resources: new Map(fonts.map(({name, bytes}) => [`fonts/${name}`, {mediaType: 'font/woff2', bytes}])), ...paper}
}

/** Who prints on an American sheet has a ruler in inches, where the words are in a language that has some for it. */
function systemOf({sheetName}: Plan, {booklet: {family}}: Metadata, {rulerInInches}: PrintingWords): 'metric' | 'us' {
  if (rulerInInches === undefined || /^(?:sr)?a\d$|^dl$/.test(sheetName)) return 'metric'
  return family === 'us' || sheetFamily(sheetName) === 'us' ? 'us' : 'metric'
}

function inSystem(system: 'metric' | 'us', words: PrintingWords): PrintingWords {
  return system === 'us' ? {...words, ruler: words.rulerInInches ?? words.ruler} : words
}

/** What is said of sheets is not true of one, and what is said of signatures neither of one nor of those of one sheet. */
export function wordsOn({sheets}: Pick<Plan, 'sheets'>, words: PrintingWords): PrintingWords {
  if (sheets.length > 1) return {...words, ...signatureWords(sheets, words)}
  const {layouts, steps} = words.oneSheet
  return {...words, layouts: {...words.layouts, ...layouts, signatures: layouts.saddle}, steps: {...words.steps, ...steps, signatures: steps.saddle}}
}

/** One signature is folded as a booklet is, and sewn; it has no spine to be glued. */
function signatureWords(sheets: Plan['sheets'], {layouts, steps, oneSignature, singleSheets}: PrintingWords): Partial<PrintingWords> {
  const signatures = new Set(sheets.map(({signature}) => signature)).size
  const [fold = '', , press = ''] = steps.saddle
  if (signatures === 1) return {layouts: {...layouts, signatures: oneSignature.layout}, steps: {...steps, signatures: [fold, oneSignature.sew, press]}}
  return signatures < sheets.length ? {} : {steps: {...steps, signatures: [singleSheets, ...steps.signatures.slice(1)]}}
}

function valuesOf(plan: Plan, metadata: Metadata, words: PrintingWords, measures: Measures): Values {
  const {layout: {name}, sheets} = plan
  return {
    title: text(metadata.title),
    heading: text(words.heading),
    layout: text(words.layouts[name]),
    front: [sheetDrawing(plan, 'front', words.front)],
    frontWord: text(words.front),
    back: sheets[0]?.back ? [sheetDrawing(plan, 'back', words.back)] : [],
    backWord: text(words.back),
    fold: name === 'n-up' ? [] : [foldDrawing(plan, words.steps[name][0] ?? '')],
    finished: isFolded(name) ? [finishedDrawing(plan, words.layouts[name])] : [],
    settings: settingsOf(plan, metadata, words, measures).flatMap(({term, lines, isImportant}) => [
      h('dt', term), h('dd', {className: isImportant ? ['important'] : []}, lines.flatMap((line, index) => [...(index === 0 ? [] : [h('br')]), ...text(tied(line))]))
    ]),
    steps: stepsOf(plan, metadata, words, measures).map(step => h('li', tied(step))),
    ...runValues(plan, metadata, words, measures),
    ruler: text(tied(words.ruler))
  }
}

/** One page a side and nothing bound: there is nothing to do with the sheets. */
function isAsItIs({layout: {name}, arrangement: {grid: {columns, rows}}}: Plan): boolean {
  return name === 'n-up' && columns * rows === 1
}

function isFolded(name: LayoutName): boolean {
  return name !== 'cut-and-stack' && name !== 'n-up'
}

/** Tie units to their numbers and signs to their words, as French sets them, so that none begins a line. */
function tied(line: string): string {
  return line.replaceAll(/ (?=[%;:»×]|mm\b|cm\b|g\/m)|(?<=[«×]) /g, '\u00A0')
}

function stepsOf(plan: Plan, metadata: Metadata, words: PrintingWords, {file, list}: Measures): readonly string[] {
  const {sheets, layout: {name, isMirrored = false}, flip} = plan
  const {slug, booklet} = metadata
  const passes = words.twoPasses[flip].replace('{fronts}', file(`${slug}-fronts.pdf`)).replace('{backs}', file(`${slug}-backs.pdf`))
  const sizes = list([...new Set([...Map.groupBy(sheets, ({signature}) => signature).values()].map(({length}) => String(length)))])
  // The order in which a single sheet goes in is one.
  const inTwoPasses = sheets.length > 1 ? `${passes} ${words.feed[booklet.feed]}` : passes
  return [isFolded(name) ? words.tryOne : words.tryFlat, ...(isManual(plan, metadata) ? [inTwoPasses] : []), ...(isAsItIs(plan) ? [] : words.steps[name]).map(step => (isMirrored ? mirroredWords(step) : step).replace('{sizes}', sizes))]
}

/** Left for right and right for left, in English: that is what languages have that are read from the right and have no words of their own. */
function mirroredWords(step: string): string {
  return step.replaceAll(/\b(?:left|right)\b/g, side => side === 'left' ? 'right' : 'left')
}

/** Sheets and stacks for several print runs, one column a run. */
function runValues(plan: Plan, {booklet: {paper}}: Metadata, words: PrintingWords, {number, length}: Measures): Values {
  const runs = printRun(plan, paper.thicknessMm)
  const row = (word: string, values: readonly string[]): Element => h('tr', [h('th', {scope: 'row'}, word), ...values.map(value => h('td', value))])
  return {
    copiesHead: [h('tr', [h('th', {scope: 'col'}, words.copies), ...runs.map(({copies}) => h('th', {scope: 'col'}, number(copies)))])],
    copiesBody: [
      row(words.sheets, runs.map(({sheets}) => number(sheets))),
      row(words.paperStack, runs.map(({paperMm}) => length(paperMm))),
      row(words.finishedStack, runs.map(({finishedMm}) => length(finishedMm)))
    ]
  }
}
