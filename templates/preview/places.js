// Where things are: pages in spreads, lines on pages. Nothing here touches the page in the browser.

/** The spreads of so many pages: the front cover alone on the right, and a last verso alone on the left. */
export function spreadsOf(count) {
  const spreads = []
  for (let page = 0; page <= count; page += 2) {
    const pages = [page, page + 1].filter(number => number >= 1 && number <= count)
    if (pages.length > 0) spreads.push(pages)
  }
  return spreads
}

/** Sides of sheets, one at a time. */
export function sidesOf(count) {
  return Array.from({length: count}, (_, index) => [index + 1])
}

/** The number of the spread that holds a page, or the last. */
export function indexOf(spreads, page) {
  const found = spreads.findIndex(pages => pages.includes(page))
  return found < 0 ? Math.max(0, spreads.length - 1) : found
}

/** The part of the sheet that is trimmed out, in parts of the sheet. */
export function trimArea({widthPx, heightPx, trim}) {
  return {left: trim.leftPx / widthPx, top: trim.topPx / heightPx, width: trim.widthPx / widthPx, height: trim.heightPx / heightPx}
}

/** Where a page stands: the PDF that holds it, and its number there. Pieces were put into the pages since all were printed. */
export function placeIn(pieces, page) {
  const piece = pieces.find(({first, count}) => page >= first && page < first + count)
  return piece ? {name: 'pieces', page: page - piece.first + piece.at} : {name: 'pages', page}
}

/**
 * The page that a text means: a folio as printed, `#` and the number of a page, or a line `file:12` (the end of the
 * file's name is enough). Undefined where there is none.
 */
export function pageFor(text, {count, folios, blocks}) {
  const wanted = text.trim()
  const line = /^(.*?):(\d+)(?::\d+)?$/.exec(wanted)
  if (line) return blockFor(line[1], Number(line[2]), blocks)?.page
  const folio = folios.indexOf(wanted)
  if (folio >= 0) return folio + 1
  const number = Number(wanted.replace(/^#/, ''))
  return Number.isInteger(number) && number >= 1 && number <= count ? number : undefined
}

/** The block that holds a line: the last of its file that begins no later. */
export function blockFor(file, line, blocks) {
  const inFile = blocks.filter(block => file === '' || block.file === file || block.file.endsWith(`/${file}`) || block.file.includes(file))
  let best
  for (const block of inFile) if (block.line <= line && (best === undefined || block.line > best.line)) best = block
  return best ?? inFile[0]
}

/**
 * The page to go on with where all text that was in view has left it: the new place of a block whose words tell it from all
 * others, at best of one that began on the reader's own page. Undefined where some of it stayed, or none is known any more.
 */
export function pageAfter({page, inView}, before, after) {
  const now = pagesByWords(after)
  const isInView = number => inView.includes(number)
  const seen = [...pagesByWords(before)].filter(([words, pages]) => pages.some(isInView) && now.get(words)?.length > 0)
  if (seen.some(([words]) => now.get(words).some(isInView))) return undefined
  const [words, pages] = seen.find(([, [first]]) => first === page) ?? seen.find(([, [first]]) => isInView(first)) ?? seen[0] ?? []
  return now.get(words)?.[Math.min(pages.findIndex(isInView), now.get(words).length - 1)]
}

/** The pages of each block by its words; what begins two blocks tells neither. */
function pagesByWords(blocks) {
  const found = new Map()
  for (const {words, file, line, page} of blocks) {
    const place = `${file}:${line}`
    const known = found.get(words) ?? {place, pages: []}
    found.set(words, known.place === place ? {place, pages: [...known.pages, page]} : {place: undefined, pages: []})
  }
  return new Map([...found].filter(([words]) => words !== '').map(([words, {pages}]) => [words, pages]))
}

/** How pages are called: `Pages 4–5 of 16`. */
export function nameOf(pages, count) {
  return pages.length === 0 ? '' : `${pages.length > 1 ? 'Pages' : 'Page'} ${pages.join('–')} of ${count}`
}

/** How the sides of sheets are called. */
export function sideName([side], count) {
  return count < 2 ? 'Sheet 1' : `Sheet ${Math.ceil(side / 2)} of ${Math.ceil(count / 2)}, ${side % 2 ? 'front' : 'back'}`
}

/** The px a CSS px of the paper that make it fill the room, times the zoom. */
export function scaleFor(room, paper, zoom) {
  return Math.max(0.05, Math.min(room.width / paper.width, room.height / paper.height)) * zoom
}
