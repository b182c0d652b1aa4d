// The PDFs that the server has made, opened in the painter.
import {known, place} from './session.js'
import {painter} from './stage.js'

/** Open a PDF that the server has made; nothing where a newer one has taken its place meanwhile: then there is more news. */
export async function load(name, version) {
  const response = await fetch(`${name}.pdf?v=${version}`)
  if (!response.ok) return undefined
  return {...await painter.open(name, await response.arrayBuffer()), version}
}

/** Open the pages of a state: all of them, and those that were put in since. False where newer ones are there already. */
export async function openPages({version, base, pieces}) {
  const file = known.files.pages?.version === base ? known.files.pages : await load('pages', base)
  if (!file) return false
  const own = pieces.length > 0 && known.files.pieces?.version !== version ? await load('pieces', version) : undefined
  if (pieces.length > 0 && !own) return false
  known.files.pages = file
  known.files.pieces = own
  return true
}

/** Open the sheets, where they are in view. */
export async function openSheets() {
  if (place.view !== 'sheets' || !known.state.sheets?.has || known.files.sheets?.version === known.state.sheets.version) return
  known.files.sheets = await load('sheets', known.state.sheets.version).catch(() => undefined) ?? known.files.sheets
}
