/** Compares two PDFs page by page, as a reader sees them. */
import type {PdfPages} from '../adapters/pdfium.ts'
import {pairPages} from './pair.ts'
import {changedBoxes, sideBySide} from './picture.ts'
import {wordChanges} from './words.ts'

/** A pair of pages that differ; pages count from 1. `words` is empty where only the looks changed. */
export type Change = {readonly old?: number; readonly new?: number; readonly words: readonly string[]; readonly picture: Uint8Array}

const dpi = 80
const mostPages = 5_000

/** Compare all pages; gives those that changed, in their order. */
export async function compare(old: PdfPages, fresh: PdfPages): Promise<readonly Change[]> {
  const changes: Change[] = []
  for (const pair of pairPages(textsOf(old), textsOf(fresh))) {
    const change = await comparePair(old, fresh, pair.old, pair.new)
    if (change) changes.push(change)
  }
  return changes
}

function textsOf({count, text}: PdfPages): readonly string[] {
  return Array.from({length: Math.min(count, mostPages)}, (_, page) => text(page))
}

async function comparePair(old: PdfPages, fresh: PdfPages, oldPage: number | undefined, newPage: number | undefined): Promise<Change | undefined> {
  const [oldPicture, newPicture] = [oldPage === undefined ? undefined : old.draw(oldPage, dpi), newPage === undefined ? undefined : fresh.draw(newPage, dpi)]
  const boxes = oldPicture && newPicture ? changedBoxes(oldPicture, newPicture) : []
  if (oldPicture && newPicture && boxes.length === 0) return undefined
  const words = oldPage === undefined || newPage === undefined ? [] : wordChanges(old.text(oldPage), fresh.text(newPage))
  return {...(oldPage !== undefined && {old: oldPage + 1}), ...(newPage !== undefined && {new: newPage + 1}), words, picture: await sideBySide(oldPicture, newPicture, boxes)}
}

/** The name of a change's picture. */
export function pictureName({old, new: fresh}: Change): string {
  return fresh === undefined ? `gone-${String(old).padStart(4, '0')}.png` : `page-${String(fresh).padStart(4, '0')}.png`
}

/** What changed, as Markdown with the pictures. */
export function changesText(changes: readonly Change[], pages: {readonly old: number; readonly new: number}): string {
  const count = changes.length === 0 ? 'No page has changed' : changes.length === 1 ? 'One page has changed' : `${changes.length} pages have changed`
  const parts = changes.map(change => `## ${titleOf(change)}\n\n![The old page and the new one](${pictureName(change)})\n${change.words.length === 0 ? '' : `\n${change.words.map(line => `    ${line}\n`).join('')}`}`)
  return [`# ${count} (${pages.old} before, ${pages.new} now)\n`, ...parts].join('\n')
}

function titleOf({old, new: fresh, words}: Change): string {
  if (old === undefined) return `Page ${fresh ?? 0} is new`
  if (fresh === undefined) return `Page ${old} of the old one is gone`
  return `Page ${fresh}${old === fresh ? '' : ` (was ${old})`}${words.length === 0 ? ': its looks' : ''}`
}
