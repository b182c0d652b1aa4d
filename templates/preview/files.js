// The PDFs that the server has made, opened in the painter.
import {known, place} from './session.js'
import {painter} from './stage.js'

/** Open a PDF that the server has made; nothing where a newer one has taken its place meanwhile: then there is more news. */
export async function load(name, version) {
  const response = await fetch(`${name}.pdf?v=${version}`)
  if (!response.ok) return undefined
  return {...await painter.open(name, await response.arrayBuffer()), version}
}

/** Open the sheets, where they are in view. */
export async function openSheets() {
  if (place.view !== 'sheets' || !known.state.sheets?.has || known.files.sheets?.version === known.state.sheets.version) return
  known.files.sheets = await load('sheets', known.state.sheets.version).catch(() => undefined) ?? known.files.sheets
}
