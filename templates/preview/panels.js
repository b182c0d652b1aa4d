// The lists beside the pages: messages, contents, thumbnails, and the lines of a page.

/** Make an element with its properties and children. Text is set as text, never as HTML. */
export function make(name, properties = {}, ...children) {
  const {dataset, style, ...rest} = properties
  const element = Object.assign(document.createElement(name), rest)
  Object.assign(element.dataset, dataset)
  for (const [key, value] of Object.entries(style ?? {})) element.style.setProperty(key, value)
  element.append(...children)
  return element
}

/** Let the arrow keys walk through a list that has one stop for Tab. */
export function rove(list, selector) {
  const items = () => [...list.querySelectorAll(selector)]
  list.addEventListener('keydown', event => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key]
    const at = items().indexOf(event.target)
    if (step === undefined || at < 0) return
    event.preventDefault()
    event.stopPropagation()
    focusItem(items(), at + step)
  })
}

export function focusItem(items, at) {
  const item = items[Math.max(0, Math.min(items.length - 1, at))]
  for (const other of items) other.tabIndex = other === item ? 0 : -1
  item?.focus()
}

function oneStop(items) {
  items.forEach((item, index) => item.tabIndex = index === 0 ? 0 : -1)
}

/** A message with its place: the page that it is on, and the line in the editor. */
export function messageItem(message, onGo) {
  const {severity, reason, remedy, file, line, page, link} = message
  const where = make('span', {className: 'where'})
  if (page !== undefined) where.append(make('button', {type: 'button', onclick: () => onGo(message)}, `page ${page}`))
  where.append(make('a', {href: link}, line === undefined ? (file === '.' ? 'the folder' : file) : `${file}, line ${line}`))
  return make('li', {className: 'message'},
    make('span', {className: `kind ${severity}`}, severity === 'error' ? 'Error. ' : 'Warning. '), ...prose(`${reason}.`),
    ...(remedy === undefined ? [] : [' ', make('span', {className: 'remedy'}, ...prose(remedy))]), where)
}

/** Words between backticks as code. */
function prose(text) {
  return text.split(/`([^`]*)`/).map((part, index) => index % 2 ? make('code', {}, part) : part)
}

export function fillMessages(list, messages, onGo) {
  list.replaceChildren(...messages.map(message => messageItem(message, onGo)))
}

export function fillOutline(list, outline, {onGo, linkFor}) {
  list.replaceChildren(...outline.map(entry => make('li', {className: entry.depth > 0 ? 'deep' : '', style: {'--depth': entry.depth}},
    make('button', {type: 'button', onclick: () => onGo(entry.page)}, entry.title),
    make('a', {href: linkFor(entry) ?? '#', title: `${entry.line ?? ''} in the editor`, ariaLabel: `Edit ${entry.title}, page ${entry.folio}`}, entry.folio))))
  oneStop([...list.querySelectorAll('button')])
  for (const link of list.querySelectorAll('a')) link.tabIndex = -1
}

/** The lines of the manuscript on a page, each over its own block. */
export function fillLines(list, blocks, scale) {
  list.replaceChildren(...blocks.map(({box, file, line, words, link}) => make('li', {},
    make('a', {href: link, title: `${file}:${line}`, style: boxStyle(box, scale)}, make('span', {}, `${words || 'Block'} (${file}, line ${line})`)))))
  oneStop([...list.querySelectorAll('a')])
}

export function fillMarks(layer, messages, here, scale) {
  // An error is drawn over a warning of the same block.
  layer.replaceChildren(...messages.toSorted((a, b) => Number(a.severity === 'error') - Number(b.severity === 'error')).map(message => make('i', {className: `${message.severity}${message === here ? ' here' : ''}`, style: boxStyle(message.box, scale)})))
}

function boxStyle({leftPx, topPx, widthPx, heightPx}, scale) {
  const px = value => `${(value * scale).toFixed(2)}px`
  return {left: px(leftPx), top: px(topPx), width: px(widthPx), height: px(heightPx)}
}
