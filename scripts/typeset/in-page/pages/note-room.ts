/** The room that a block which fills a page leaves below it for the notes called in it: they stand on its page. */
import {px} from './flow.ts'
import {separatorOf} from './read-notes.ts'

/** Longer notes go on overleaf: what fills the page gives way by no more of it. */
const mostShare = 1 / 3

/** The room for the notes first called in a block, in px, measured where they wait; 0 where none are. */
export function noteRoom(block: Element, section: HTMLElement, heightPx: number): number {
  const home = section.querySelector<HTMLElement>(':scope > #pamphlet-feet')
  const notes = home ? [...home.children].filter(note => isCalledIn(block, note, section)) : []
  if (notes.length === 0) return 0
  return Math.min(heightPx * mostShare, separatorOf(home) + notes.reduce((sum, note) => sum + roomOf(note), 0))
}

function isCalledIn(block: Element, {id}: Element, section: HTMLElement): boolean {
  const first = section.querySelector(`a.noteref[href="#${CSS.escape(id)}"]`)
  return first !== null && block.contains(first)
}

/** With one line more, which it may come to once its lines are set. */
function roomOf(note: Element): number {
  const style = getComputedStyle(note)
  return note.getBoundingClientRect().height + px(style.getPropertyValue('--note-gap')) + px(style.lineHeight)
}
