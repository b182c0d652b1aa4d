/** What the package says about accessibility: computed from the content, so that it never claims what is not there. */
import type {Element} from 'hast'
import {inRow} from '../writing.ts'
import {isPageBreak} from './page-breaks.ts'
import {elementsIn, type Page} from './page.ts'
import {summaryWordsFor} from './summary-words.ts'

/** A claim: a property of schema.org's vocabulary and its value; `lang` where that is in words. */
export type Claim = {readonly property: string; readonly value: string; readonly lang?: string}

/** What was found in the pages of the EPUB. */
type Findings = {
  readonly hasHeads: boolean
  readonly hasContents: boolean
  readonly hasPictures: boolean
  readonly allHaveText: boolean
  readonly hasMath: boolean
  readonly hasPages: boolean
  readonly hasIndex: boolean
  readonly hasReadings: boolean
  readonly mayMove: boolean
}

/** What the pages alone do not tell: the language, whether the contents have entries, and whether a head of the text skips a rank. */
export type Told = {readonly lang: string; readonly hasContents: boolean; readonly skipsRanks: boolean}

/** Make the claims. No claim of conformance: no program can tell. */
export function accessibilityClaims(pages: readonly Page[], told: Told): readonly Claim[] {
  const findings = examine(pages, told)
  return [
    ...claims('accessMode', ['textual', ...(findings.hasPictures ? ['visual'] : [])]),
    ...claims('accessModeSufficient', sufficientModes(findings)),
    ...claims('accessibilityFeature', features(findings)),
    // A GIF may flash; nobody has looked.
    ...claims('accessibilityHazard', [findings.mayMove ? 'unknown' : 'none']),
    summary(findings, told.lang)
  ]
}

function examine(pages: readonly Page[], {hasContents, skipsRanks}: Told): Findings {
  // The cover shows the title, which the text says too: it is no part of the content.
  const elements = elementsIn(pages.filter(({matter}) => matter !== 'cover').flatMap(({children}) => children))
  const images = elements.filter(({tagName}) => tagName === 'img' || tagName === 'svg')
  const pictures = images.filter(({properties}) => properties.role !== 'presentation')
  return {
    hasHeads: !skipsRanks && elementsIn(pages.filter(({matter}) => matter === 'bodymatter').flatMap(({children}) => children)).some(isHead),
    hasContents,
    hasPictures: pictures.length > 0,
    allHaveText: pictures.every(hasText),
    hasMath: elements.some(({tagName}) => tagName === 'math'),
    hasPages: elements.some(isPageBreak),
    hasIndex: elements.some(({properties}) => properties.role === 'doc-index'),
    hasReadings: elements.some(({tagName}) => tagName === 'rt'),
    mayMove: images.some(({properties}) => String(properties.src).endsWith('.gif'))
  }
}

/** A head of the text: the pamphlet's own title above it leads nowhere. */
function isHead({tagName, properties: {className}}: Element): boolean {
  return /^h[1-6]$/.test(tagName) && !(Array.isArray(className) && className.includes('title'))
}

function hasText({tagName, properties, children}: Element): boolean {
  const text = tagName === 'img' ? properties.alt : properties.ariaLabel
  const hasTitle = tagName === 'svg' && children.some(child => child.type === 'element' && child.tagName === 'title')
  return hasTitle || (typeof text === 'string' && text.trim() !== '')
}

function sufficientModes({hasPictures, allHaveText}: Findings): readonly string[] {
  return [...(allHaveText ? ['textual'] : []), ...(hasPictures ? ['textual,visual'] : [])]
}

function features({hasHeads, hasContents, hasPictures, allHaveText, hasMath, hasPages, hasIndex, hasReadings}: Findings): readonly string[] {
  return [
    ...(hasHeads ? ['structuralNavigation'] : []),
    ...(hasContents ? ['tableOfContents'] : []),
    'readingOrder',
    ...(hasPictures && allHaveText ? ['alternativeText'] : []),
    ...(hasMath ? ['MathML'] : []),
    ...(hasPages ? ['pageBreakMarkers', 'pageNavigation'] : []),
    ...(hasIndex ? ['index'] : []),
    // Of some words, not of all: `fullRubyAnnotations` would promise a reading of every word.
    ...(hasReadings ? ['rubyAnnotations'] : []),
    'displayTransformability'
  ]
}

/** In the language of the pamphlet where the program has words for it, else in English. */
function summary({hasHeads, hasContents, hasPictures, allHaveText, hasPages}: Findings, written: string): Claim {
  const {words, lang} = summaryWordsFor(written)
  const parts = [words.text, ...(hasHeads ? [words.heads] : []), ...(hasContents ? [words.contents] : []), ...(hasPages ? [words.pages] : [])]
  const pictures = hasPictures ? allHaveText ? words.allDescribed : words.notAllDescribed : ''
  return {property: 'accessibilitySummary', value: `${inRow(parts, lang)}${words.stop ?? '. '}${pictures}`.trimEnd(), lang}
}

function claims(property: string, values: readonly string[]): readonly Claim[] {
  return values.map(value => ({property, value}))
}
