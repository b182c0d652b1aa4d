// News: what the server tells, taken over and shown where the reader is.
import {load, openPages, openSheets} from './files.js'
import {followAddress, goToMessage, goToSpread, keep} from './going.js'
import {press} from './keyboard.js'
import {fillMessages, fillOutline, messageItem} from './panels.js'
import {indexOf, pageAfter, spreadsOf} from './places.js'
import {at, client, known, marked, place, root, tellReader} from './session.js'
import {row, show, thumbs, unitOf} from './stage.js'

addEventListener('message', ({origin, source, data}) => {
  if (origin !== location.origin || source !== at('reader').contentWindow) return
  if (data.isReady) tellReader({shade: root.dataset.shade ?? 'auto', version: known.state.book?.version})
  else press(data.key)
})

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
  if (next.pages && next.pages.version !== known.state.pages?.version && !await openPages(next.pages)) return
  const isFirst = known.state.pages === undefined
  if (!isFirst && next.pages) followText(known.state.pages, next.pages)
  known.state = next
  place.here = undefined
  await openSheets()
  if (next.book) tellReader({version: next.book.version})
  tellPages()
  if (isFirst) followAddress()
  keep()
  await show()
  thumbs.fill(row(), marked())
}

/** Keep the text in view where it has gone to other pages: a chapter moved, or much was written before it. */
function followText({count, blocks}, next) {
  const spreads = spreadsOf(count)
  place.page = pageAfter({page: place.page, inView: spreads[indexOf(spreads, place.page)]}, blocks, next.blocks) ?? place.page
}

function tellPages() {
  const {pages, trouble, sheets} = known.state
  if (pages) document.title = `${pages.title} — preview`
  if (pages) at('title').textContent = pages.title
  root.dataset.direction = pages?.direction ?? 'ltr'
  const messages = [...pages?.messages ?? [], ...place.view === 'sheets' ? sheets?.messages.map(message => ({...message, ...message.place, link: ''})) ?? [] : []]
  fillMessages(at('messages'), messages, goToMessage)
  const links = new Map((pages?.blocks ?? []).map(({file, line, link}) => [`${file}:${line}`, link]))
  fillOutline(at('outline'), pages?.outline ?? [], {onGo: page => goToSpread(page), linkFor: ({line}) => line && links.get(line.replace(/:\d+$/, ''))})
  tellTrouble(trouble)
}

function tellTrouble(trouble) {
  const box = at('trouble')
  const text = trouble ? `${trouble.reason} ${trouble.messages.map(({reason}) => reason).join('. ')}` : ''
  // Who folds errors away does so until others come to pages that had none.
  if (box.hidden) box.open = true
  box.hidden = !trouble
  at('no-messages').textContent = trouble ? 'None of these pages.' : 'None.'
  if (at('news').textContent !== text) at('news').textContent = text
  if (!trouble) return
  box.querySelector('strong').textContent = trouble.reason
  box.querySelector('p').textContent = trouble.remedy ?? ''
  box.querySelector('ol').replaceChildren(...trouble.messages.map(message => messageItem(message, goToMessage)))
}

/** Draw the pages in view from the first print, before all the others are there. */
async function look({version, after, pages}) {
  const shown = place.view === 'spreads' ? row() : undefined
  if (!shown || !unitOf(shown).every(page => pages.includes(page))) return
  const file = await load('look', version)
  // All pages may be there by now: then the look is late, and must not take their place.
  if (file && !(known.state.pages?.version > after)) await show({pages, version})
  // The server holds back what would take the processor from the drawing.
  void fetch('looked', {method: 'POST', body: String(version)}).catch(() => undefined)
}

/** Listen from now on. */
export function listen() {
  const news = new EventSource(`events?client=${client}`)
  news.addEventListener('open', () => {
    at('working').className = ''
    keep()
    void refresh()
  })
  news.addEventListener('state', () => void refresh())
  news.addEventListener('look', ({data}) => void look(JSON.parse(data)).catch(() => undefined))
  news.addEventListener('busy', ({data}) => at('working').textContent = JSON.parse(data).isBusy ? 'setting…' : '')
  news.addEventListener('error', () => {
    at('working').className = 'ended'
    at('working').textContent = 'the preview has ended'
    at('news').textContent = 'The preview has ended.'
  })
}
