// Shows the EPUB in foliate-js, and keeps its place when a new one comes.
import {makeBook} from './foliate/view.js'
import {notesIn} from './notes.js'

const [box, note, label] = ['book', 'note', 'place'].map(id => document.getElementById(id))
let view
let place
let wanted
let isOpening = false
let turning
let following = 0
const called = document.getElementById('called')
const notes = notesIn(called, {styles, follow: href => void view?.goTo(href)})

/** Open the newest book; one that comes meanwhile is opened after it. */
async function open() {
  if (isOpening || wanted === undefined) return
  isOpening = true
  const version = wanted
  const response = await fetch(`book.epub?v=${version}`)
  if (response.ok) await show(await response.blob(), version).catch(error => note.textContent = `The e-book cannot be shown: ${error.message}`)
  isOpening = false
  if (wanted !== version) await open()
}

/** Show another book where the reader is; the former stands until this one does. */
async function show(blob, version) {
  const book = await makeBook(new File([blob], 'book.epub', {type: 'application/epub+zip'}))
  const next = document.createElement('foliate-view')
  let where
  next.addEventListener('relocate', ({detail}) => {
    where = detail
    if (next === view) tellPlace(where)
  })
  next.addEventListener('load', ({detail: {doc}}) => doc.addEventListener('keydown', onKey))
  next.addEventListener('link', event => void notes.show(book, event)?.catch(() => next.goTo(event.detail.href)))
  next.className = 'coming'
  box.append(next)
  await openIn(next, book).catch(error => {
    next.remove()
    throw error
  })
  notes.shut()
  view?.close()
  view?.remove()
  view = next
  next.className = ''
  if (where) tellPlace(where)
  note.textContent = ''
  document.documentElement.dataset.shown = version
}

async function openIn(next, book) {
  await next.open(book)
  next.renderer.setAttribute('margin', '36px')
  next.renderer.setAttribute('gap', '8%')
  next.renderer.setAttribute('max-column-count', '1')
  restyle()
  const former = place
  await (former ? next.goTo(former.cfi).catch(() => next.goToFraction(former.fraction)) : next.renderer.next())
}

function tellPlace({cfi, fraction}) {
  place = {cfi, fraction}
  label.textContent = `${Math.round((fraction ?? 0) * 100)} %`
}

/** The colours of the text in the shade that is wanted. */
function styles() {
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches
  const shade = document.documentElement.dataset.shade ?? (isDark ? 'dark' : 'light')
  return shade === 'dark' ? 'html {color-scheme: dark; color: #e9e4db} a:any-link {color: #f0938c}' : 'html {color-scheme: light; color: #231f1b}'
}

/** The book in view, one that is coming, and a note. */
function restyle() {
  for (const one of document.querySelectorAll('foliate-view')) one.renderer?.setStyles(styles())
}

/** Keys of the book's own; all others are the preview's. */
function onKey(event) {
  if (called.open) return
  if (event.key === 'ArrowRight' || event.key === 'PageDown') void view?.goRight()
  else if (event.key === 'ArrowLeft' || event.key === 'PageUp') void view?.goLeft()
  else if (!event.ctrlKey && !event.metaKey && !event.altKey) parent.postMessage({key: event.key}, location.origin)
}

/** Turn a page on or back; more than one is to the end or the beginning. While a page turns, the last key is kept. */
async function turn(step) {
  following = step
  if (turning === view) return
  // A book that is put away in the midst of a turn never ends it: the next book waits for none of its.
  const own = view
  turning = own
  while (following && view === own) {
    const now = following
    following = 0
    await turnBy(now).catch(() => undefined)
  }
  if (turning === own) turning = undefined
}

function turnBy(step) {
  if (Math.abs(step) > 1) return view.goToFraction(step > 0 ? 1 : 0)
  return step > 0 ? view.next() : view.prev()
}

addEventListener('keydown', onKey)
document.getElementById('back').addEventListener('click', () => void view?.goLeft())
document.getElementById('on').addEventListener('click', () => void view?.goRight())
addEventListener('message', ({origin, data}) => {
  if (origin !== location.origin) return
  if (data.shade === 'auto') delete document.documentElement.dataset.shade
  else if (data.shade !== undefined) document.documentElement.dataset.shade = data.shade
  if (data.step !== undefined) return void turn(data.step)
  if (data.version !== undefined) wanted = data.version
  restyle()
  void open()
})
parent.postMessage({isReady: true}, location.origin)
