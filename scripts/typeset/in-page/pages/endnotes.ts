/** Notes that fit on no page stand at the end of their section: one list, made when the first comes. */

/** Move notes (by id) to the end. */
export function moveToEnd(ids: readonly string[], section: HTMLElement, head: string): void {
  const home = section.querySelector(':scope > .notes') ?? makeHome(section, head)
  for (const id of ids) {
    const note = document.getElementById(id)
    if (!note) throw new Error(`Expected a note with the id ${id}`)
    note.classList.add('end-note')
    home.append(note)
  }
}

function makeHome(section: HTMLElement, head: string): HTMLElement {
  const home = document.createElement('section')
  home.className = 'notes'
  const title = document.createElement('h2')
  title.textContent = head
  home.append(title)
  // Before the notes that wait, so that these move nothing of the text.
  section.insertBefore(home, section.querySelector(':scope > #pamphlet-feet'))
  return home
}
