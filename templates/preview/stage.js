// The stage: the spread or the side that is in view, drawn where it stands, with its lines and marks.
import {createPainter} from './painter.js'
import {fillLines, fillMarks} from './panels.js'
import {indexOf, nameOf, placeIn, scaleFor, sideName, sidesOf, spreadsOf, trimArea} from './places.js'
import {at, known, marked, place, root} from './session.js'
import {createThumbs} from './thumbs.js'

export const painter = createPainter()
/** A thumbnail asks for its page by an event: to go there is not the stage's affair. */
export const thumbs = createThumbs(at('thumbs'), painter, page => dispatchEvent(new CustomEvent('wanted', {detail: {page}})))
const [verso, recto] = document.querySelectorAll('figure')

/** The view as a row of units, spreads or sides, each with its pages; undefined while nothing is there to be shown. */
export function row() {
  const {pages} = known.state
  if (place.view === 'sheets') {
    const file = known.files.sheets
    if (!file) return undefined
    const px = {width: file.size.width * 96 / 72, height: file.size.height * 96 / 72}
    return {name: 'sheets', units: sidesOf(file.count), paper: px, width: px.width, area: {left: 0, top: 0, width: 1, height: 1}, page: place.side, label: sideName, count: file.count, placeOf: page => ({name: 'sheets', page})}
  }
  const file = known.files.pages
  if (!file || !pages) return undefined
  const {trim} = pages.sheet
  return {name: 'pages', units: spreadsOf(file.count), paper: {width: trim.widthPx, height: trim.heightPx}, width: trim.widthPx * 2, area: trimArea(pages.sheet), page: place.page, label: nameOf, count: file.count, placeOf: page => placeIn(pages.pieces, page)}
}

/** The pages of the unit that is in view. */
export const unitOf = shown => shown.units[indexOf(shown.units, shown.page)] ?? []

/** Draw what is in view. `from` names another PDF to draw it from, which holds just these pages. */
export async function show(from) {
  root.dataset.view = place.view
  at('reader').hidden = place.view !== 'reader'
  at('stage').hidden = place.view === 'reader'
  if (place.view === 'reader') return painted('shown', known.state.pages?.version)
  const shown = row()
  at('spread').classList.toggle('sheet', place.view === 'sheets')
  at('empty').textContent = emptyWords()
  if (!shown) return void [verso, recto].forEach(figure => figure.hidden = true)
  const pages = unitOf(shown)
  const stage = at('stage')
  const room = {width: stage.clientWidth - 60, height: stage.clientHeight - 76}
  const scale = scaleFor(room, {width: shown.width, height: shown.paper.height}, place.zoom)
  at('spread').style.setProperty('--wide', `${shown.paper.width * scale}px`)
  at('spread').style.setProperty('--high', `${shown.paper.height * scale}px`)
  at('where-we-are').textContent = shown.label(pages, shown.count)
  const paints = [verso, recto].map(figure => {
    const page = place.view === 'sheets' ? (figure === recto ? pages[0] : undefined) : pages.find(number => number % 2 === (figure === recto ? 1 : 0))
    figure.hidden = page === undefined
    return page === undefined ? true : paintPage(figure, page, shown, scale, from)
  })
  thumbs.mark(shown)
  // A drawing that another has overtaken is the other's to tell of.
  const isDone = (await Promise.all(paints)).every(Boolean)
  if (isDone) painted(from ? 'looked' : 'shown', from ? from.version : known.state.pages?.version)
}

function emptyWords() {
  if (place.view === 'sheets') return known.state.sheets && !known.state.sheets.has ? `No sheets: ${known.state.sheets.messages[0]?.reason ?? 'the pages cannot be imposed'}` : 'The sheets are being made…'
  return known.state.trouble ? 'No pages yet.' : 'The first pages are being set…'
}

function paintPage(figure, page, shown, scale, from) {
  const canvas = figure.querySelector('canvas')
  const dots = scale * devicePixelRatio
  const isSheet = place.view === 'sheets'
  canvas.ariaLabel = isSheet ? shown.label([page], shown.count) : `Page ${page} of ${shown.count}`
  const folio = known.state.pages?.folios[page - 1]
  figure.querySelector('figcaption').textContent = isSheet || folio === undefined || folio === String(page) ? '' : `folio ${folio}`
  const blocks = isSheet ? [] : known.state.pages?.blocks.filter(block => block.page === page) ?? []
  const lines = figure.querySelector('.lines')
  lines.ariaLabel = `Lines of page ${page}`
  // The lines of a look belong to the former pages: they wait for their own.
  if (!from) fillLines(lines, blocks, scale)
  fillMarks(figure.querySelector('.marks'), isSheet ? [] : marked().filter(message => message.page === page), place.here, scale)
  const wanted = from ? {name: 'look', page: from.pages.indexOf(page) + 1} : shown.placeOf(page)
  if (wanted.page < 1) return false
  const [width, height] = [shown.paper.width, shown.paper.height].map(px => Math.round(px * dots))
  // What a look at these very pages has drawn is not drawn again.
  const drawing = `${isSheet ? 'side' : 'page'} ${page} of look ${from ? from.version : known.state.pages?.look}, ${width} by ${height}`
  if (canvas.drawing === drawing) return true
  canvas.drawing = undefined
  return painter.paint(canvas, {...wanted, area: shown.area, width, height}, {isUrgent: true}).then(isDone => {
    if (isDone && from) canvas.drawing = drawing
    return isDone
  })
}

/** Tell whoever measures that the pages of a version stand on the screen. */
function painted(kind, version = 0) {
  requestAnimationFrame(() => {
    root.dataset[kind] = version
    dispatchEvent(new CustomEvent('painted', {detail: {kind, version}}))
  })
}
