/** Takes out of a PDF what no press file may have, and what no press has a use for. */
import type {PDFDocument} from '@cantoo/pdf-lib'
import {name} from '../pdf-names.ts'

/**
 * Remove links and other annotations, actions, bookmarks and named places, and the structure tree with them: most of a
 * tagged file's objects are tags, and a press reads none. What text says stays in the fonts.
 */
export function clean(file: PDFDocument): void {
  for (const page of file.getPages()) for (const key of ['Annots', 'AA', 'Tabs', 'Trans', 'Dur', 'StructParents']) page.node.delete(name(key))
  for (const key of ['Outlines', 'OpenAction', 'AA', 'Names', 'Dests', 'AcroForm', 'PageMode', 'URI', 'StructTreeRoot', 'MarkInfo', 'PageLabels']) file.catalog.delete(name(key))
}
