// Keys, buttons and shades: which deed each does.
import {keys, singleKeys} from './keys.js'
import {nextMessage, setView, setZoom, turn} from './going.js'
import {focusItem, rove} from './panels.js'
import {at, place, root, tellReader, turnsLeft} from './session.js'
import {show} from './stage.js'

const shades = ['auto', 'light', 'dark']

export function setShade(shade) {
  localStorage.setItem('shade', shade)
  if (shade === 'auto') delete root.dataset.shade
  else root.dataset.shade = shade
  at('shade').textContent = {auto: 'Auto', light: 'Light', dark: 'Dark'}[shade]
  tellReader({shade})
}

const deeds = {
  on: () => turn(1),
  back: () => turn(-1),
  right: () => turn(turnsLeft() ? -1 : 1),
  left: () => turn(turnsLeft() ? 1 : -1),
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
  errors: () => at('trouble').open = !at('trouble').open,
  thumbs: () => toggleThumbs(),
  spreads: () => setView('spreads'),
  sheets: () => setView('sheets'),
  reader: () => setView('reader')
}

function toggleThumbs() {
  root.dataset.thumbs = root.dataset.thumbs === 'off' ? 'on' : 'off'
  void show()
}

/** Do what a key is for; false where it is for nothing. */
export function press(key) {
  const deed = Object.hasOwn(keys, key) ? keys[key] : at('keys').checked && Object.hasOwn(singleKeys, key) ? singleKeys[key] : undefined
  if (deed !== undefined) deeds[deed]()
  return deed !== undefined
}

addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || at('help').open) return
  if (event.target.matches('input:not([type=radio]), aside *, aside') && (event.key in keys)) return
  if (event.target.matches('#where') && event.key === 'Escape') at('stage').focus()
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
