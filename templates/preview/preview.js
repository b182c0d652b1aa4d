// The preview's page: hears of new pages, shows them where the reader is, and turns.
import {keys, singleKeys} from './keys.js'
import {createPainter} from './painter.js'
import {fillLines, fillMarks, fillMessages, fillOutline, focusItem, messageItem, rove} from './panels.js'
import {indexOf, nameOf, pageFor, scaleFor, sideName, sidesOf, spreadsOf, trimArea} from './places.js'
import {createThumbs} from './thumbs.js'

const at = id => document.getElementById(id)
const root = document.documentElement
const painter = createPainter()
const thumbs = createThumbs(at('thumbs'), painter, page => {
  if (place.view === 'reader') setView('spreads')
  goTo(page)
})
const [verso, recto] = document.querySelectorAll('figure')
const client = crypto.randomUUID()

const kept = JSON.parse(sessionStorage.getItem('place') ?? '{}')
/** Where the reader is. `here`: the message that was gone to. */
const place = {view: 'spreads', page: 1, side: 1, zoom: 1, ...kept, here: undefined}
/** What the server has told: its state, and the PDFs that are open in the painter by now. */
let state = {}
const opened = {}

// ------------------------------------------------------------------------------------------------- what is shown

/** The view as a row of units, spreads or sides, each with its pages; undefined while nothing is there to be shown. */
function row() {
  const {pages} = state
  if (place.view === 'sheets') {
    const file = opened.sheets
    if (!file) return undefined
    const px = {width: file.size.width * 96 / 72, height: file.size.height * 96 / 72}
    return {name: 'sheets', units: sidesOf(file.count), paper: px, width: px.width, area: {left: 0, top: 0, width: 1, height: 1}, page: place.side, label: sideName, count: file.count}
  }
  const file = opened.pages
  if (!file || !pages) return undefined
  const {trim} = pages.sheet
  return {name: 'pages', units: spreadsOf(file.count), paper: {width: trim.widthPx, height: trim.heightPx}, width: trim.widthPx * 2, area: trimArea(pages.sheet), page: place.page, label: nameOf, count: file.count}
}

const unitOf = shown => shown.units[indexOf(shown.units, shown.page)] ?? []

/** Draw what is in view. `from` names another PDF to draw it from, which holds just these pages. */
async function show(from) {
  root.dataset.view = place.view
  at('reader').hidden = place.view !== 'reader'
  at('stage').hidden = place.view === 'reader'
  if (place.view === 'reader') return painted('shown', opened.pages?.version)
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
  if (isDone) painted(from ? 'looked' : 'shown', from ? from.version : opened.pages?.version)
}

function emptyWords() {
  if (place.view === 'sheets') return state.sheets && !state.sheets.has ? `No sheets: ${state.sheets.messages[0]?.reason ?? 'the pages cannot be imposed'}` : 'The sheets are being made…'
  return state.trouble ? 'No pages yet.' : 'The first pages are being set…'
}

function paintPage(figure, page, shown, scale, from) {
  const canvas = figure.querySelector('canvas')
  const dots = scale * devicePixelRatio
  const isSheet = place.view === 'sheets'
  canvas.ariaLabel = isSheet ? shown.label([page], shown.count) : `Page ${page} of ${shown.count}`
  const folio = state.pages?.folios[page - 1]
  figure.querySelector('figcaption').textContent = isSheet || folio === undefined || folio === String(page) ? '' : `folio ${folio}`
  const blocks = isSheet ? [] : state.pages?.blocks.filter(block => block.page === page) ?? []
  const lines = figure.querySelector('.lines')
  lines.ariaLabel = `Lines of page ${page}`
  // The lines of a look belong to the former pages: they wait for their own.
  if (!from) fillLines(lines, blocks, scale)
  fillMarks(figure.querySelector('.marks'), isSheet ? [] : marked().filter(message => message.page === page), place.here, scale)
  const number = from ? from.pages.indexOf(page) + 1 : page
  if (number < 1) return false
  return painter.paint(canvas, {name: from ? 'look' : shown.name, page: number, area: shown.area, width: Math.round(shown.paper.width * dots), height: Math.round(shown.paper.height * dots)}, {isUrgent: true})
}

/** Messages that have a place on a page: those of the pages shown, and those that keep newer ones away. */
function marked() {
  return [...state.pages?.messages ?? [], ...state.trouble?.messages ?? []].filter(message => message.page !== undefined)
}

/** Tell whoever measures that the pages of a version stand on the screen. */
function painted(kind, version = 0) {
  requestAnimationFrame(() => {
    root.dataset[kind] = version
    dispatchEvent(new CustomEvent('painted', {detail: {kind, version}}))
  })
}

// -------------------------------------------------------------------------------------------------------- going

function keep() {
  const {view, page, side, zoom} = place
  sessionStorage.setItem('place', JSON.stringify({view, page, side, zoom}))
  const shown = view === 'spreads' ? row() : undefined
  const pages = shown ? unitOf(shown) : view === 'spreads' ? [page] : []
  void fetch('place', {method: 'POST', body: JSON.stringify({client, view, pages})}).catch(() => undefined)
}

function goTo(page, message) {
  if (place.view === 'sheets') place.side = page
  else place.page = page
  place.here = message
  keep()
  void show()
}

function turn(step) {
  const shown = row()
  if (!shown) return
  const index = Math.max(0, Math.min(shown.units.length - 1, indexOf(shown.units, shown.page) + step))
  goTo(shown.units[index][0])
  at('stage').scrollTo(0, 0)
}

function setView(view) {
  place.view = view
  document.querySelector(`[name=view][value=${view}]`).checked = true
  keep()
  if (view === 'reader' && !at('reader').src) at('reader').src = 'reader.html'
  void openSheets()
  void show()
  thumbs.fill(row(), marked())
}

function setZoom(zoom) {
  place.zoom = Math.max(0.25, Math.min(6, zoom))
  at('zoom').textContent = place.zoom === 1 ? 'Fit' : `${Math.round(place.zoom * 100)} %`
  keep()
  void show()
}

function goToMessage(message) {
  if (place.view !== 'spreads') setView('spreads')
  goTo(message.page, message)
}

function nextMessage(step) {
  const messages = marked()
  if (messages.length === 0) return
  const index = (messages.indexOf(place.here) + step + messages.length + (place.here === undefined && step < 0 ? 1 : 0)) % messages.length
  goToMessage(messages[index])
  const items = [...at('messages').children]
  items.forEach((item, position) => item.classList.toggle('here', state.pages?.messages[position] === messages[index]))
  items.find(item => item.classList.contains('here'))?.scrollIntoView({block: 'nearest'})
}

at('go').addEventListener('submit', event => {
  event.preventDefault()
  const page = state.pages && pageFor(at('where').value, state.pages)
  at('nowhere').textContent = page === undefined ? 'Not there.' : ''
  if (page === undefined) return
  if (place.view !== 'spreads') setView('spreads')
  goTo(page)
  at('stage').focus()
})

/** An editor may open `#file:12` in the address to show a line. */
function followAddress() {
  const page = location.hash.length > 1 && state.pages ? pageFor(decodeURIComponent(location.hash.slice(1)), state.pages) : undefined
  if (page !== undefined) goTo(page)
}
addEventListener('hashchange', followAddress)

// --------------------------------------------------------------------------------------------------------- keys

const shades = ['auto', 'light', 'dark']

function setShade(shade) {
  localStorage.setItem('shade', shade)
  if (shade === 'auto') delete root.dataset.shade
  else root.dataset.shade = shade
  at('shade').textContent = {auto: 'Auto', light: 'Light', dark: 'Dark'}[shade]
  tellReader({shade})
}

const deeds = {
  on: () => turn(1),
  back: () => turn(-1),
  first: () => turn(-1e6),
  last: () => turn(1e6),
  larger: () => setZoom(place.zoom * 1.25),
  smaller: () => setZoom(place.zoom / 1.25),
  fit: () => setZoom(1),
  shade: () => setShade(shades[(shades.indexOf(root.dataset.shade ?? 'auto') + 1) % 3]),
  help: () => at('help').showModal(),
  go: () => at('where').select(),
  nextMessage: () => nextMessage(1),
  formerMessage: () => nextMessage(-1),
  lines: () => focusItem([...document.querySelectorAll('figure:not([hidden]) .lines a')], 0),
  thumbs: () => toggleThumbs(),
  spreads: () => setView('spreads'),
  sheets: () => setView('sheets'),
  reader: () => setView('reader')
}

function toggleThumbs() {
  root.dataset.thumbs = root.dataset.thumbs === 'off' ? 'on' : 'off'
  void show()
}

function press(key) {
  const deed = Object.hasOwn(keys, key) ? keys[key] : at('keys').checked && Object.hasOwn(singleKeys, key) ? singleKeys[key] : undefined
  if (deed !== undefined) deeds[deed]()
  return deed !== undefined
}

addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || at('help').open) return
  if (event.target.matches('input:not([type=radio]), aside *, aside') && (event.key in keys)) return
  if (event.target.matches('#where') || (event.target.matches('[type=radio]') && event.key.startsWith('Arrow'))) return
  // A page that is larger than its room is scrolled first.
  if (event.target === at('stage') && place.zoom > 1 && event.key.startsWith('Arrow')) return
  if (press(event.key)) event.preventDefault()
})
document.addEventListener('click', event => {
  const deed = event.target.closest?.('[data-do]')?.dataset.do
  if (deed !== undefined) deeds[deed]()
})
for (const radio of document.querySelectorAll('[name=view]')) radio.addEventListener('change', () => setView(radio.value))
at('keys').checked = localStorage.getItem('keys') !== 'off'
at('keys').addEventListener('change', () => localStorage.setItem('keys', at('keys').checked ? 'on' : 'off'))
for (const [list, selector] of [[at('thumbs'), 'button'], [at('outline'), 'button'], ...[...document.querySelectorAll('.lines')].map(lines => [lines, 'a'])]) rove(list, selector)
new ResizeObserver(() => void show()).observe(at('stage'))

// --------------------------------------------------------------------------------------------------------- news

function tellReader(data) {
  at('reader').contentWindow?.postMessage(data, location.origin)
}

addEventListener('message', ({origin, source, data}) => {
  if (origin !== location.origin || source !== at('reader').contentWindow) return
  if (data.isReady) tellReader({shade: root.dataset.shade ?? 'auto', version: state.book?.version})
  else press(data.key)
})

/** Open a PDF that the server has made; false where a newer one has taken its place meanwhile: then there is more news. */
async function load(name, version) {
  const response = await fetch(`${name}.pdf?v=${version}`)
  if (!response.ok) return undefined
  return {...await painter.open(name, await response.arrayBuffer()), version}
}

async function openSheets() {
  if (place.view !== 'sheets' || !state.sheets?.has || opened.sheets?.version === state.sheets.version) return
  opened.sheets = await load('sheets', state.sheets.version).catch(() => undefined) ?? opened.sheets
}

let isLoading = false
let hasMore = false

/** Take over the newest state; news that come meanwhile are looked at after it. */
async function refresh() {
  hasMore = true
  if (isLoading) return
  isLoading = true
  while (hasMore) {
    hasMore = false
    await takeOver().catch(() => undefined)
  }
  isLoading = false
}

async function takeOver() {
  const next = await (await fetch('state.json')).json()
  if (next.pages && next.pages.version !== opened.pages?.version) {
    const file = await load('pages', next.pages.version)
    if (!file) return
    opened.pages = file
  }
  const isFirst = state.pages === undefined
  state = next
  place.here = undefined
  await openSheets()
  if (next.book) tellReader({version: next.book.version})
  tellPages()
  if (isFirst) followAddress()
  keep()
  await show()
  thumbs.fill(row(), marked())
}

function tellPages() {
  const {pages, trouble, sheets} = state
  if (pages) document.title = `${pages.title} — preview`
  if (pages) at('title').textContent = pages.title
  const messages = [...pages?.messages ?? [], ...place.view === 'sheets' ? sheets?.messages.map(message => ({...message, ...message.place, link: ''})) ?? [] : []]
  fillMessages(at('messages'), messages, goToMessage)
  const links = new Map((pages?.blocks ?? []).map(({file, line, link}) => [`${file}:${line}`, link]))
  fillOutline(at('outline'), pages?.outline ?? [], {onGo: page => {
    if (place.view !== 'spreads') setView('spreads')
    goTo(page)
  }, linkFor: ({line}) => line && links.get(line.replace(/:\d+$/, ''))})
  tellTrouble(trouble)
}

function tellTrouble(trouble) {
  const box = at('trouble')
  const text = trouble ? `${trouble.reason} ${trouble.messages.map(({reason}) => reason).join('. ')}` : ''
  box.hidden = !trouble
  if (at('news').textContent !== text) at('news').textContent = text
  if (!trouble) return
  box.querySelector('strong').textContent = trouble.reason
  box.querySelector('p').textContent = trouble.remedy ?? ''
  box.querySelector('ol').replaceChildren(...trouble.messages.map(message => messageItem(message, goToMessage)))
}

/** Draw the pages in view from the first print, before all the others are there. */
async function look({version, pages}) {
  const shown = place.view === 'spreads' ? row() : undefined
  if (!shown || !unitOf(shown).every(page => pages.includes(page))) return
  const file = await load('look', version)
  if (file) await show({pages, version})
}

setShade(localStorage.getItem('shade') ?? 'auto')
setZoom(place.zoom)
setView(place.view)
const news = new EventSource(`events?client=${client}`)
news.addEventListener('open', () => {
  keep()
  void refresh()
})
news.addEventListener('state', () => void refresh())
news.addEventListener('look', ({data}) => void look(JSON.parse(data)).catch(() => undefined))
news.addEventListener('busy', ({data}) => at('working').textContent = JSON.parse(data).isBusy ? 'setting…' : '')
news.addEventListener('error', () => at('working').textContent = 'the preview has ended')
