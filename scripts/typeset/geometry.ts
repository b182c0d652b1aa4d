/**
 * The page's geometry in whole CSS px. Chromium rounds page sizes and areas, so the sheet is made in multiples of 8 px
 * with room for the bleed on all sides, the margins and the type area in whole px, and the exact trim is set in the PDF.
 */
import type {Design, PageSize, RectanglePx, Sheet} from '../types.ts'
import type {Setting} from './copyfit/ladder.ts'
import {asDesigned} from './copyfit/ladder.ts'
import type {Declarations, PageContext, PageRules} from './page-rules.ts'

/** Room on both sides of the type area for hung punctuation: what stands outside the page area is not printed. */
const hangPx = 6
/** Room around the trim: 12 px are 3.175 mm or 0.125 in, enough for the bleed of either; a larger bleed gets more. */
const leastBleedPx = 12
/**
 * Room below the type area that no page is built into: what the browser makes a hair higher than it was measured still
 * stands on its page.
 */
export const slackPx = 2
export const pxPerMm = 96 / 25.4
/** What the browser counts lengths in. */
const unitsPerPx = 64

export type Margins = {readonly top: number; readonly right: number; readonly bottom: number; readonly left: number}

/** The area that a named page sets its content in, on one side of the spread, from the sheet's top left. */
export type PageArea = {readonly name: string; readonly side: 'left' | 'right'; readonly area: RectanglePx}

export type Geometry = {readonly sheet: Sheet; readonly leadingPx: number; readonly areas: readonly PageArea[]; readonly design: Design}

/** Pages that are no spreads but panels side by side: what stands on them stands in their middle. */
type IsEven = (context: PageContext) => boolean

/**
 * The paper's side of the geometry, and copyfit's. A size in the user's `@page` wins over the metadata's. Where `isEven`,
 * the margins left and right are made alike.
 */
export type Format = {readonly page: PageSize; readonly userSize?: PageSize | undefined; readonly bleedMm?: number; readonly setting?: Setting; readonly isEven?: IsEven}

/** Compute the geometry from the rules that win. */
export function geometryOf(rules: PageRules, {page, userSize, bleedMm = 3, setting = asDesigned, isEven = () => false}: Format): Geometry {
  const size = userSize ?? page
  const sheet = sheetOf(size, Math.max(leastBleedPx, Math.ceil(bleedMm * pxPerMm - 0.01)))
  const leadingPx = Math.max(1, Math.round(lengthPx(rules.variable('--leading') ?? '18px', 0) ?? 18))
  const names = [...new Set(['', ...rules.names])]
  const areas = names.flatMap(name => (['left', 'right'] as const).map(side => {
    const margins = marginsOf(sheet, rules.declarationsFor({name, side}))
    return {name, side, area: areaOf(sheet, isEven({name, side}) ? evened(margins) : margins, leadingPx, name)}
  }))
  const sizePx = lengthPx(rules.variable('--size') ?? '', 0)
  return withSetting({sheet, leadingPx, areas, design: designOf(areas, leadingPx, sizePx)}, setting)
}

/** What the margins of plain pages leave between them, on either side of the spread, in px; below 0 where they overlap. */
export function areasBetween(rules: PageRules, {page, userSize}: Format): readonly {readonly widthPx: number; readonly heightPx: number}[] {
  const sheet = sheetOf(userSize ?? page, leastBleedPx)
  return (['left', 'right'] as const).map(side => {
    const {top, right, bottom, left} = marginsOf(sheet, rules.declarationsFor({name: '', side}))
    return {widthPx: sheet.trim.widthPx - left - right, heightPx: sheet.trim.heightPx - top - bottom}
  })
}

function designOf(areas: readonly PageArea[], leadingPx: number, sizePx: number | undefined): Design {
  const text = areas.find(({name, side}) => name === '' && side === 'right')?.area
  const lines = Math.max(1, Math.floor(((text?.heightPx ?? 0) + 0.5) / leadingPx))
  return {lines, leadingPx, measurePx: (text?.widthPx ?? 0) - 2 * hangPx, ...(sizePx !== undefined && {sizePx})}
}

/**
 * Set the text in another way: the type area keeps its depth, so that another number of lines changes the leading; what its
 * width gains or loses is shared between the margins by their size. The leading is a whole number of the browser's units.
 */
function withSetting({design, areas, ...geometry}: Geometry, {lines, measurePercent, sizePercent}: Setting): Geometry {
  const {leadingPx: ownPx, sizePx} = design
  const leadingPx = lines === 0 ? ownPx : Math.floor(design.lines * ownPx / (design.lines + lines) * unitsPerPx) / unitsPerPx
  const widerPx = Math.round(design.measurePx * measurePercent / 100)
  const set = areas.map(page => page.name === '' ? {...page, area: widened(page.area, widerPx, geometry.sheet)} : page)
  const sized = sizePx === undefined ? {} : {sizePx: Math.round(sizePx * (100 + sizePercent)) / 100}
  return {...geometry, leadingPx, areas: set, design: {lines: design.lines + lines, leadingPx, measurePx: design.measurePx + widerPx, ...sized}}
}

function widened(area: RectanglePx, widerPx: number, {trim}: Sheet): RectanglePx {
  const leftPx = area.leftPx - trim.leftPx
  const rightPx = trim.widthPx - leftPx - area.widthPx
  return {...area, leftPx: area.leftPx - Math.round(widerPx * leftPx / (leftPx + rightPx)), widthPx: area.widthPx + widerPx}
}

function sheetOf({widthMm, heightMm}: PageSize, bleedPx: number): Sheet {
  const widthPx = widthMm * pxPerMm
  const heightPx = heightMm * pxPerMm
  const trim = {leftPx: bleedPx, topPx: bleedPx, widthPx, heightPx}
  return {widthPx: roundUp(widthPx + 2 * bleedPx), heightPx: roundUp(heightPx + 2 * bleedPx), trim}
}

/** The next multiple of 8 px; a hair over one does not count, because mm never come out even. */
function roundUp(px: number): number {
  return Math.ceil((px - 0.01) / 8) * 8
}

function marginsOf({trim}: Sheet, declarations: Declarations): Margins {
  const margin = (side: keyof Margins) => lengthPx(declarations.get(`margin-${side}`) ?? '0', side === 'top' || side === 'bottom' ? trim.heightPx : trim.widthPx) ?? 0
  return {top: margin('top'), right: margin('right'), bottom: margin('bottom'), left: margin('left')}
}

function evened({top, right, bottom, left}: Margins): Margins {
  const side = (left + right) / 2
  return {top, right: side, bottom, left: side}
}

/**
 * Margins to whole px. The area of text pages is a whole number of lines, so that facing pages end together, and wider
 * than the text by the room for hung punctuation.
 */
function areaOf(sheet: Sheet, {top, right, bottom, left}: Margins, leadingPx: number, name: string): RectanglePx {
  const {trim} = sheet
  const leftPx = Math.round(trim.leftPx + left)
  const topPx = Math.round(trim.topPx + top)
  const widthPx = Math.max(40, Math.floor(trim.widthPx - left - right))
  const heightPx = Math.max(2 * leadingPx, Math.floor(trim.heightPx - top - bottom))
  if (name !== '') return withinSheet({leftPx, topPx, widthPx, heightPx}, sheet)
  return {leftPx: leftPx - hangPx, topPx, widthPx: widthPx + 2 * hangPx, heightPx: Math.floor(heightPx / leadingPx) * leadingPx}
}

/** Negative margins reach into the bleed; there is nothing beyond the sheet. */
function withinSheet({leftPx, topPx, widthPx, heightPx}: RectanglePx, sheet: Sheet): RectanglePx {
  const [left, top] = [Math.max(0, leftPx), Math.max(0, topPx)]
  return {leftPx: left, topPx: top, widthPx: Math.min(sheet.widthPx, leftPx + widthPx) - left, heightPx: Math.min(sheet.heightPx, topPx + heightPx) - top}
}

const pxPerUnit: Readonly<Record<string, number>> = {px: 1, mm: pxPerMm, cm: pxPerMm * 10, q: pxPerMm / 4, in: 96, pt: 96 / 72, pc: 16}

/** Read a CSS length or percentage (of `wholePx`), or the largest or least of some, of which each may be a sum; undefined where it is none of these. */
export function lengthPx(value: string, wholePx: number): number | undefined {
  const [, choice, list = ''] = /^(max|min)\(([^()]*)\)$/i.exec(value.trim()) ?? []
  if (choice === undefined) return singleLengthPx(value, wholePx)
  const lengths = list.split(',').flatMap(each => sumPx(each, wholePx) ?? [])
  if (lengths.length === 0) return undefined
  return choice.toLowerCase() === 'max' ? Math.max(...lengths) : Math.min(...lengths)
}

/** In `max()` and `min()` CSS adds and subtracts without more ado: `40% - 180px`. */
function sumPx(value: string, wholePx: number): number | undefined {
  const [first = '', ...rest] = value.trim().split(/\s+([+-])\s+/)
  let sum = singleLengthPx(first, wholePx)
  for (let index = 0; index < rest.length; index += 2) {
    const term = singleLengthPx(rest[index + 1] ?? '', wholePx)
    sum = sum === undefined || term === undefined ? undefined : rest[index] === '-' ? sum - term : sum + term
  }
  return sum
}

function singleLengthPx(value: string, wholePx: number): number | undefined {
  const match = /^(-?\d*\.?\d+)([a-z%]*)$/i.exec(value.trim())
  if (!match) return undefined
  const number = Number(match[1])
  const unit = (match[2] ?? '').toLowerCase()
  if (unit === '%') return number / 100 * wholePx
  return number === 0 && unit === '' ? 0 : pxPerUnit[unit] === undefined ? undefined : number * pxPerUnit[unit]
}

/** Read the `size` of an `@page` rule as mm: two lengths, or a paper's name with `landscape`. */
export function sizeOf(value: string | undefined): PageSize | undefined {
  if (value === undefined) return undefined
  const [first = '', second = ''] = value.toLowerCase().split(/\s+/)
  const paper = papers[first]
  if (paper) return {name: first, widthMm: second === 'landscape' ? paper[1] : paper[0], heightMm: second === 'landscape' ? paper[0] : paper[1]}
  const width = lengthPx(first, 0)
  const height = lengthPx(second === '' ? first : second, 0)
  return width && height ? {name: value, widthMm: width / pxPerMm, heightMm: height / pxPerMm} : undefined
}

const papers: Readonly<Record<string, readonly [number, number]>> = {a3: [297, 420], a4: [210, 297], a5: [148, 210], b5: [176, 250], letter: [215.9, 279.4], legal: [215.9, 355.6]}

/** Write the rules that print this geometry: last in the page, outside any layer, so that nothing overrides them. */
export function geometryCss({sheet, leadingPx, areas, design: {sizePx}}: Geometry): string {
  const rules = areas.map(({name, side, area}) => {
    const right = sheet.widthPx - area.leftPx - area.widthPx
    const bottom = Math.max(0, sheet.heightPx - area.topPx - area.heightPx - slackPx)
    return `@page ${name}:${side} {size: ${sheet.widthPx}px ${sheet.heightPx}px; margin: ${area.topPx}px ${right}px ${bottom}px ${area.leftPx}px}\n`
  })
  const size = sizePx === undefined ? '' : ` --size: ${sizePx}px;`
  return `:root {--leading: ${leadingPx}px;${size} --hang: ${hangPx}px; ${areaVariables(areas)}}\n${rules.join('')}`
}

/** The size of each named page's area, which a theme needs for what fills a page: `--height-cover`, `--width-text`. */
function areaVariables(areas: readonly PageArea[]): string {
  return areas.filter(({side}) => side === 'right')
    .map(({name, area}) => `--width-${name || 'text'}: ${name === '' ? area.widthPx - 2 * hangPx : area.widthPx}px; --height-${name || 'text'}: ${area.heightPx}px`).join('; ')
}
