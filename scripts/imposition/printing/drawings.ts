/** Drawings for the instructions: the sheet as it comes out of the printer, and how it is folded, seen from its edge. */
import type {Element} from 'hast'
import {s} from 'hastscript'
import type {LayoutName} from '../../types.ts'
import type {Rows} from '../layout.ts'
import {isStapled} from '../marks.ts'
import type {Span} from '../arrange.ts'
import {backsTurn} from '../place.ts'
import type {Plan} from '../plan.ts'

/** One side of a sheet with its panels and page numbers; folds are dashed, cuts drawn through. */
export function sheetDrawing(plan: Plan, side: 'front' | 'back', label: string): Element {
  const {arrangement: {sheet, rows, columns, backColumns}, layout, flip} = plan
  const spans = side === 'front' ? columns : backColumns
  const [width, height] = [sheet.widthMm, sheet.heightMm]
  const isTurned = side === 'back' && backsTurn(sheet, flip)
  const parts = [
    s('rect', {x: 0, y: 0, width, height, className: ['paper']}),
    ...between(spans).map(x => s('path', {d: `M${x} 0V${height}`, className: [layout.parting]})),
    ...between(rows).map(y => s('path', {d: `M0 ${height - y}H${width}`, className: [layout.parting]})),
    ...(layout.name === 'zine' ? [s('path', {d: `M${spans[1]?.startMm ?? 0} ${height / 2}H${spans[3]?.startMm ?? 0}`, className: ['cut']})] : []),
    ...numbers(plan, side, spans)
  ]
  // Strokes and figures keep their size on paper, whatever the sheet's.
  return s('svg', {viewBox: `-2 -2 ${width + 4} ${height + 4}`, role: 'img', preserveAspectRatio: 'xMidYMax meet', ariaLabel: label, style: `--unit: ${Math.max(width, height) / 100}px`}, [
    s('g', isTurned ? {transform: `rotate(180 ${width / 2} ${height / 2})`} : {}, parts)
  ])
}

/** Where panels meet, in mm; a gutter counts by its middle. */
function between(spans: readonly Span[]): readonly number[] {
  const inOrder = spans.toSorted((a, b) => a.startMm - b.startMm)
  return inOrder.slice(1).map(({startMm}, index) => {
    const before = inOrder[index]
    return (startMm + (before ? before.startMm + before.lengthMm : startMm)) / 2
  })
}

function numbers({sheets, pages, layout, arrangement: {sheet, rows}}: Plan, side: 'front' | 'back', spans: readonly Span[]): readonly Element[] {
  const order: Rows = sheets[0]?.[side] ?? []
  return order.flatMap((row, rowIndex) => row.flatMap((position, columnIndex) => {
    const [column, band, page] = [spans[columnIndex], rows[rowIndex], pages[position]]
    if (!column || !band || page === undefined) return []
    const x = column.startMm + column.lengthMm / 2
    const y = sheet.heightMm - band.startMm - band.lengthMm / 2
    return [s('text', {x, y, transform: layout.turnedRows.includes(rowIndex) ? `rotate(180 ${x} ${y})` : undefined}, String(page))]
  }))
}

/** Paper seen from its edge, with arrows for the hand; `thread` is the staple or the sewing. */
type Profile = {readonly paper: readonly string[]; readonly arrows: readonly string[]; readonly thread: readonly string[]}

const tent = (depth: number) => `M${8 + 3 * depth} ${62 + depth}L60 ${14 + 7 * depth}L${112 - 3 * depth} ${62 + depth}`
const chevron = (top: number) => [0, 1, 2].map(depth => `M112 ${top + 2 * depth}H${24 + 5 * depth}Q${18 + 5 * depth} ${top + 8} ${24 + 5 * depth} ${top + 16 - 2 * depth}H112`)

const profiles: Readonly<Record<LayoutName, Profile>> = {
  saddle: {paper: [0, 1, 2].map(tent), arrows: ['M60 1V9'], thread: ['M52 16.5L60 9.5L68 16.5M55 33L60 36M65 33L60 36']},
  signatures: {paper: [6, 28, 50].flatMap(chevron), arrows: [], thread: ['M21 14V58M21 14H30M21 36H30M21 58H30']},
  zine: {paper: ['M6 40H36L60 20L84 40H114', 'M36 40L60 60L84 40'], arrows: ['M6 28H22', 'M114 28H98'], thread: []},
  trifold: {paper: ['M12 22L34 62H86L58 46'], arrows: ['M104 52Q96 30 72 40', 'M18 8Q44 4 58 22'], thread: []},
  zfold: {paper: ['M104 16L20 30L100 48L18 64'], arrows: ['M76 6Q96 2 106 8', 'M46 72Q26 76 14 72'], thread: []},
  gatefold: {paper: ['M50 42L14 62H106L70 42'], arrows: ['M14 44Q22 28 42 32', 'M106 44Q98 28 78 32'], thread: []},
  'cut-and-stack': {paper: ['M34 16H86', 'M34 20H86', 'M34 40H86', 'M34 44H86', 'M34 64H86', 'M34 68H86'], arrows: ['M60 24V36', 'M60 48V60'], thread: []},
  'n-up': {paper: ['M20 30H100', 'M20 36H100', 'M20 42H100', 'M20 48H100'], arrows: [], thread: []}
}

/** A sheet alone is folded, and holds without a staple. */
const foldedOnce: Profile = {paper: [tent(1)], arrows: ['M60 5V13'], thread: []}

/** A signature alone is folded as a booklet is, with a thread in place of the staple. */
const sewnOnce: Profile = {paper: profiles.saddle.paper, arrows: [], thread: ['M60 8V35']}

function profileOf({layout: {name}, sheets}: Pick<Plan, 'layout' | 'sheets'>): Profile {
  const isNested = name === 'saddle' || name === 'signatures'
  if (isNested && sheets.length === 1) return foldedOnce
  return name === 'signatures' && sheets.every(({signature}) => signature === 0) ? sewnOnce : profiles[name]
}

/** How the sheets of a plan are folded, seen from their edge. */
export function foldDrawing(plan: Pick<Plan, 'layout' | 'sheets'>, label: string): Element {
  const {paper, arrows, thread} = profileOf(plan)
  const {isMirrored = false} = plan.layout
  const head = s('marker', {id: 'head', viewBox: '0 0 10 10', refX: 8, refY: 5, markerWidth: 5, markerHeight: 5, orient: 'auto'}, [s('path', {d: 'M0 0L10 5L0 10z', className: ['head']})])
  return s('svg', {viewBox: '0 0 120 80', role: 'img', preserveAspectRatio: 'xMidYMax meet', ariaLabel: label, className: ['fold-drawing']}, [
    s('defs', [head]),
    s('g', mirrorAbout(60, isMirrored), [
      ...paper.map(d => s('path', {d, className: ['edge']})),
      ...thread.map(d => s('path', {d, className: ['thread']})),
      ...arrows.map(d => s('path', {d, className: ['arrow'], markerEnd: 'url(#head)'}))
    ])
  ])
}

/** Turn a drawing over about an upright line. */
function mirrorAbout(x: number, isMirrored: boolean) {
  return isMirrored ? {transform: `translate(${2 * x} 0) scale(-1 1)`} : {}
}

/** The finished thing from in front: its cover and, where it is stapled, the staples. */
export function finishedDrawing({page, layout, sheets}: Plan, label: string): Element {
  const {widthMm: width, heightMm: height} = page
  const staples = isStapled(layout, sheets.length) ? [0.25, 0.75].map(part => s('path', {d: `M0 ${height * part - 6}v12`, className: ['thread']})) : []
  return s('svg', {viewBox: `-4 -2 ${width + 8} ${height + 8}`, role: 'img', preserveAspectRatio: 'xMidYMax meet', ariaLabel: label, style: `--unit: ${Math.max(width, height) / 60}px`}, [
    s('g', mirrorAbout(width / 2, layout.isMirrored ?? false), [
      ...[4, 2, 0].map(shift => s('rect', {x: shift, y: shift, width: width - 4, height, className: ['paper']})),
      ...staples
    ]),
    s('text', {x: width / 2 - (layout.isMirrored ? -2 : 2), y: height / 2}, '1')
  ])
}
