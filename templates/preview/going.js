// Going: from page to page, from view to view, to messages and to lines.
import {openSheets} from './files.js'
import {pageFor, indexOf} from './places.js'
import {at, client, known, marked, place, tellReader} from './session.js'
import {row, show, thumbs, unitOf} from './stage.js'

/** Remember the place, and tell the server what is in view. */
export function keep() {
  const {view, page, side, zoom} = place
  sessionStorage.setItem('place', JSON.stringify({view, page, side, zoom}))
  const shown = view === 'spreads' ? row() : undefined
  const pages = shown ? unitOf(shown) : view === 'spreads' ? [page] : []
  void fetch('place', {method: 'POST', body: JSON.stringify({client, view, pages})}).catch(() => undefined)
}

export function goTo(page, message) {
  if (place.view === 'sheets') place.side = page
  else place.page = page
  place.here = message
  keep()
  void show()
}

/** Turn so many spreads or sides on, or pages of the e-book, which is in a frame of its own. */
export function turn(step) {
  if (place.view === 'reader') return tellReader({step})
  const shown = row()
  if (!shown) return
  const index = Math.max(0, Math.min(shown.units.length - 1, indexOf(shown.units, shown.page) + step))
  goTo(shown.units[index][0])
  at('stage').scrollTo(0, 0)
}

export function setView(view) {
  place.view = view
  document.querySelector(`[name=view][value=${view}]`).checked = true
  keep()
  if (view === 'reader' && !at('reader').src) at('reader').src = 'reader.html'
  void openSheets()
  void show()
  thumbs.fill(row(), marked())
}

/** What is in the middle stays there. */
export function setZoom(zoom) {
  place.zoom = Math.max(0.25, Math.min(6, zoom))
  at('zoom').textContent = place.zoom === 1 ? 'Fit' : `${Math.round(place.zoom * 100)} %`
  keep()
  const stage = at('stage')
  const middle = (start, size, whole) => (start + size / 2) / whole
  const [across, down] = [middle(stage.scrollLeft, stage.clientWidth, stage.scrollWidth), middle(stage.scrollTop, stage.clientHeight, stage.scrollHeight)]
  void show()
  stage.scrollTo(across * stage.scrollWidth - stage.clientWidth / 2, down * stage.scrollHeight - stage.clientHeight / 2)
}

/** Go to a page of the spreads, whatever the view is. */
export function goToSpread(page, message) {
  if (place.view !== 'spreads') setView('spreads')
  goTo(page, message)
}

export function goToMessage(message) {
  goToSpread(message.page, message)
}

export function nextMessage(step) {
  const messages = marked()
  if (messages.length === 0) return
  const index = (messages.indexOf(place.here) + step + messages.length + (place.here === undefined && step < 0 ? 1 : 0)) % messages.length
  goToMessage(messages[index])
  const items = [...at('messages').children]
  items.forEach((item, position) => item.classList.toggle('here', known.state.pages?.messages[position] === messages[index]))
  items.find(item => item.classList.contains('here'))?.scrollIntoView({block: 'nearest'})
}

at('go').addEventListener('submit', event => {
  event.preventDefault()
  const page = known.state.pages && pageFor(at('where').value, known.state.pages)
  at('nowhere').textContent = page === undefined ? 'Not there.' : ''
  if (page === undefined) return at('where').select()
  goToSpread(page)
  at('stage').focus()
})

/** An editor may open `#file:12` in the address to show a line. */
export function followAddress() {
  const page = location.hash.length > 1 && known.state.pages ? pageFor(decodeURIComponent(location.hash.slice(1)), known.state.pages) : undefined
  if (page !== undefined) goTo(page)
}
addEventListener('hashchange', followAddress)
addEventListener('wanted', ({detail: {page}}) => {
  if (place.view === 'reader') setView('spreads')
  goTo(page)
})
