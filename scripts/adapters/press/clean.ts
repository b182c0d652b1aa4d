/** Takes out of a PDF what no press file may have: links and other annotations, actions, bookmarks. */
import {PDFArray, PDFDict, type PDFDocument, type PDFObject} from '@cantoo/pdf-lib'
import {name, nameAt} from './objects.ts'

/** Remove annotations, their references in the structure tree, bookmarks and actions. The tags themselves stay. */
export function clean(file: PDFDocument): void {
  for (const page of file.getPages()) for (const key of ['Annots', 'AA', 'Tabs', 'Trans', 'Dur']) page.node.delete(name(key))
  for (const [, value] of file.context.enumerateIndirectObjects()) if (value instanceof PDFDict) removeObjectReferences(value)
  for (const key of ['Outlines', 'OpenAction', 'AA', 'Names', 'Dests', 'AcroForm', 'PageMode', 'URI']) file.catalog.delete(name(key))
}

/** Take the tags out too: where pages are taken apart, the tree would lead to pages that are gone. */
export function removeTags(file: PDFDocument): void {
  for (const key of ['StructTreeRoot', 'MarkInfo']) file.catalog.delete(name(key))
  for (const page of file.getPages()) page.node.delete(name('StructParents'))
}

/** A structure element's reference to a whole object is to an annotation, which is gone. */
function removeObjectReferences(element: PDFDict): void {
  const kids = element.lookup(name('K'))
  if (isObjectReference(kids)) element.delete(name('K'))
  if (!(kids instanceof PDFArray)) return
  const kept = Array.from({length: kids.size()}, (_, index) => kids.get(index)).filter((_, index) => !isObjectReference(kids.lookup(index)))
  if (kept.length < kids.size()) element.set(name('K'), element.context.obj(kept))
}

function isObjectReference(value: PDFObject | undefined): boolean {
  return value instanceof PDFDict && nameAt(value, 'Type') === 'OBJR'
}
