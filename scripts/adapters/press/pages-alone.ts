/**
 * Cuts a printed PDF down to its pages before it is opened. Nine tenths of the objects of a tagged file are tags, links
 * and bookmarks, which no press reads, and opening them takes longer than all that is done to the pages.
 */

/**
 * Keep the page tree and all that pages draw with, under their numbers; what their tags and links lead to is left out. A
 * file that has no plain table of its objects (ISO 32000-1, 7.5.4), as Chromium writes it, stays as it is.
 */
export function pagesAlone(pdf: Uint8Array): Uint8Array {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const objects = objectsIn(file)
  const catalog = /\/Root (\d+) 0 R/.exec(file.toString('latin1', Math.max(0, file.length - trailerBytes)))?.[1]
  const pages = catalog === undefined ? undefined : /\/Pages (\d+) 0 R/.exec(headOf(objects.get(Number(catalog))))?.[1]
  if (catalog === undefined || pages === undefined) return pdf
  const root = `${catalog} 0 obj\n<</Type /Catalog /Pages ${pages} 0 R>>\nendobj\n`
  return Buffer.concat([Buffer.from('%PDF-1.6\n'), ...reachedFrom(Number(pages), objects), Buffer.from(`${root}trailer\n<</Root ${catalog} 0 R>>\n%%EOF\n`)])
}

const trailerBytes = 1_024
/** A row of the table has always this many bytes. */
const rowBytes = 20

/** The bytes of every object by its number: from its place in the table to the next one's. */
function objectsIn(file: Buffer): ReadonlyMap<number, Buffer> {
  const end = file.toString('latin1', Math.max(0, file.length - trailerBytes))
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1] ?? NaN)
  const [head, count] = /^xref\n0 (\d+)\n/.exec(file.toString('latin1', table, table + 30)) ?? []
  if (head === undefined) return new Map()
  const rows = Array.from({length: Math.min(Number(count), Math.ceil(file.length / rowBytes))}, (_, number) => {
    const row = table + head.length + number * rowBytes
    return {number, from: Number(file.toString('latin1', row, row + 10)), isUsed: file[row + 17] === inUse}
  }).filter(({isUsed, from}) => isUsed && from < table).toSorted((a, b) => a.from - b.from)
  return new Map(rows.map(({number, from}, index) => [number, file.subarray(from, rows[index + 1]?.from ?? table)]))
}

const inUse = 'n'.charCodeAt(0)

/** An object up to its stream, without its links. */
function headOf(object: Buffer | undefined): string {
  if (!object) return ''
  const stream = object.indexOf('stream')
  return object.toString('latin1', 0, stream < 0 ? object.length : stream).replace(/\/Annots \[[^\]]*\]/, '')
}

/** Follow the references from the page tree on; each object once, in the order of their numbers. */
function reachedFrom(first: number, objects: ReadonlyMap<number, Buffer>): readonly Buffer[] {
  const reached = new Map<number, Buffer>()
  const waiting = [first]
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const object = objects.get(number)
    if (!object || reached.has(number)) continue
    reached.set(number, object)
    for (const [, next] of headOf(object).matchAll(/(\d+) 0 R\b/g)) waiting.push(Number(next))
  }
  return [...reached].toSorted(([a], [b]) => a - b).map(([, object]) => object)
}
