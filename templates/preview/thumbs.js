// The thumbnails: spreads or sides in small, drawn when they come near.
import {make} from './panels.js'
import {indexOf} from './places.js'

const quietMs = 300

/** Fill a box with thumbnails. `fill` takes the row of the view and the messages on its pages; `mark` shows where it is. */
export function createThumbs(box, painter, onGo) {
  const list = box.querySelector('ol')
  const buttons = () => [...list.querySelectorAll('button')]
  let shown

  const near = new IntersectionObserver(entries => {
    for (const {isIntersecting, target} of entries) {
      target.near = isIntersecting
      if (isIntersecting) paint(target)
    }
  }, {root: box, rootMargin: '200px'})

  function paint(button) {
    if (button.isDrawn || !shown) return
    button.isDrawn = true
    button.querySelectorAll('canvas').forEach((canvas, index) => {
      const width = Math.max(1, Math.round((canvas.clientWidth || 44) * Math.max(2, devicePixelRatio)))
      void painter.paint(canvas, {...shown.placeOf(button.pages[index]), area: shown.area, width, height: Math.round(width * shown.paper.height / shown.paper.width)}, {isUrgent: false})
    })
  }

  function build() {
    near.disconnect()
    list.replaceChildren(...(shown?.units ?? []).map((pages, index) => make('li', {}, thumb(pages, index, shown.name === 'sheets', onGo))))
    for (const button of buttons()) near.observe(button)
  }

  /** What is looked at comes first: while save follows on save, the thumbnails keep what they show. */
  let waiting
  const fill = (row, messages) => {
    clearTimeout(waiting)
    if (shown?.name !== row?.name || shown?.count !== row?.count) return fillNow(row, messages)
    waiting = setTimeout(() => fillNow(row, messages), quietMs)
  }

  function fillNow(row, messages) {
    const isSame = shown?.name === row?.name && shown?.count === row?.count
    shown = row
    if (!isSame) build()
    list.style.setProperty('--shape', shown ? `${shown.paper.width} / ${shown.paper.height}` : '1')
    for (const button of buttons()) {
      button.isDrawn = false
      if (shown.name === 'pages') tellFaults(button, messages, shown)
      if (button.near) paint(button)
    }
    mark(shown)
  }

  function mark(row) {
    const current = row?.name === shown?.name && row ? buttons()[indexOf(row.units, row.page)] : undefined
    for (const button of buttons()) {
      button.ariaCurrent = String(button === current)
      button.tabIndex = button === current ? 0 : -1
    }
    current?.scrollIntoView({block: 'nearest'})
  }

  return {fill, mark}
}

function thumb(pages, index, isSheet, onGo) {
  const canvases = pages.map(page => make('canvas', {className: isSheet ? 'one' : pages.length > 1 ? '' : page % 2 ? 'alone' : 'alone last'}))
  const name = isSheet ? `Sheet ${Math.ceil((index + 1) / 2)} ${index % 2 ? 'back' : 'front'}` : pages.join('–')
  const button = make('button', {type: 'button', onclick: () => onGo(pages[0])}, ...canvases, make('span', {}, name))
  button.pages = pages
  return button
}

/** Mark a spread by the worst that is said of its pages. */
function tellFaults(button, messages, {label, count}) {
  const worst = messages.filter(({page}) => button.pages.includes(page)).map(({severity}) => severity).toSorted()[0]
  button.className = worst ? `has-${worst}` : ''
  button.ariaLabel = `${label(button.pages, count)}${worst ? `, with ${worst === 'error' ? 'errors' : 'warnings'}` : ''}`
}
