// What all parts of the preview's page share: where the reader is, and what the server has told.

export const at = id => document.getElementById(id)
export const root = document.documentElement
/** This tab, as the server knows it. */
export const client = crypto.randomUUID()

const kept = JSON.parse(sessionStorage.getItem('place') ?? '{}')
/** Where the reader is. `here`: the message that was gone to. */
export const place = {view: 'spreads', page: 1, side: 1, zoom: 1, ...kept, here: undefined}
/** What the server has told, and the PDFs that are open in the painter by now. */
export const known = {state: {}, files: {}}

/** Messages that have a place on a page: those of the pages shown, and those that keep newer ones away. */
export function marked() {
  return [...known.state.pages?.messages ?? [], ...known.state.trouble?.messages ?? []].filter(message => message.page !== undefined)
}

/** Whether the next spread lies at the left, as in what is read from right to left. Sheets lie in the order of printing. */
export function turnsLeft() {
  return place.view !== 'sheets' && known.state.pages?.direction === 'rtl'
}

/** Tell the e-reader in its frame. */
export function tellReader(data) {
  at('reader').contentWindow?.postMessage(data, location.origin)
}
