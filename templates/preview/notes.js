// Shows the note that a reference in the e-book calls, in a box over the page.
import {FootnoteHandler} from './foliate/footnotes.js'

/** Make the box work: `styles` gives those of the text as they are now, `follow` goes to a place of the book. */
export function notesIn(box, {styles, follow}) {
  const handler = new FootnoteHandler()
  const [room, close] = [box.querySelector('div'), box.querySelector('button')]
  let caller
  let shown
  const shut = () => box.open && box.close()
  const onKey = event => event.key === 'Escape' && shut()

  handler.addEventListener('before-render', ({detail: {view}}) => {
    room.replaceChildren(view)
    view.addEventListener('load', ({detail: {doc}}) => doc.addEventListener('keydown', onKey))
    // The way back from the note is the way out of the box.
    view.addEventListener('link', event => {
      event.preventDefault()
      shut()
      if (!isBackLink(event.detail.a)) follow(event.detail.href)
    })
    view.renderer.setAttribute('flow', 'scrolled')
    view.renderer.setAttribute('margin', '18px')
    view.renderer.setAttribute('gap', '6%')
    view.renderer.setStyles(styles())
  })
  handler.addEventListener('render', ({detail: {view}}) => {
    for (const {doc} of view.renderer.getContents()) doc.defaultView.frameElement.title = box.ariaLabel
    shown = {view, caller}
    if (!box.open) box.showModal()
    close.focus()
  })
  box.addEventListener('close', () => {
    // Told after the box is shut, when another note may be on its way, or there: that one stays.
    if (box.open || !shown) return
    const {view, caller: from} = shown
    shown = undefined
    view.close()
    view.remove()
    from.ownerDocument.defaultView?.focus()
    from.focus()
  })
  close.addEventListener('click', shut)
  return {
    /** Show what a link of the book leads to, where that is a note. */
    show(book, event) {
      caller = event.detail.a
      return handler.handle(book, event)
    },
    shut
  }
}

function isBackLink(link) {
  return /(?:^|\s)doc-backlink(?:\s|$)/.test(link.getAttribute('role') ?? '')
}
