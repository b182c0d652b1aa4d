/** Reads what the tags of a PDF from anywhere lack, and whether it claims that they lack nothing. */
import {PDFArray, type PDFContext, PDFDict, type PDFObject, PDFRawStream} from '@cantoo/pdf-lib'
import {name} from '../pdf-names.ts'
import {dictAt, nameAt, unpack} from './objects.ts'

/** More than any metadata hold. */
const mostBytes = 4 * 1_048_576

/** Whether its metadata say that it meets PDF/UA (ISO 14289-1, 5): as an element or as an attribute. */
export function claimsUa(catalog: PDFDict): boolean {
  const stream = catalog.lookup(name('Metadata'))
  if (!(stream instanceof PDFRawStream) || stream.contents.length > mostBytes) return false
  try {
    return /pdfuaid:part\s*(?:>|=\s*["'])\s*\d/.test(Buffer.from(unpack(stream).subarray(0, mostBytes)).toString('latin1'))
  } catch {
    // Broken metadata claim nothing.
    return false
  }
}

/** How many tables among the tags have no head (ISO 32000-1, 14.8.4.3.4). */
export function headlessTables(catalog: PDFDict, context: PDFContext): number {
  const roles = dictAt(dictAt(catalog, 'StructTreeRoot'), 'RoleMap')
  const roleOf = (tag: PDFDict) => {
    const own = nameAt(tag, 'S')
    return own === undefined ? undefined : nameAt(roles, own) ?? own
  }
  const tables = context.enumerateIndirectObjects().flatMap(([, value]) => value instanceof PDFDict && value.has(name('P')) && roleOf(value) === 'Table' ? [value] : [])
  return tables.filter(table => {
    const inside = rolesIn(table, roleOf)
    return !inside.includes('TH') && inside.includes('TD')
  }).length
}

/** The roles of all tags in a table, but for those in tables in it. A tag that stands in itself is met once. */
function rolesIn(table: PDFDict, roleOf: (tag: PDFDict) => string | undefined): readonly string[] {
  const [found, seen, waiting]: [string[], Set<PDFDict>, PDFDict[]] = [[], new Set([table]), [...childrenOf(table)]]
  for (let tag = waiting.pop(); tag; tag = waiting.pop()) {
    if (seen.has(tag)) continue
    seen.add(tag)
    const role = roleOf(tag)
    if (role !== undefined) found.push(role)
    if (role !== 'Table') for (const child of childrenOf(tag)) waiting.push(child)
  }
  return found
}

function childrenOf(tag: PDFDict): readonly PDFDict[] {
  const kids = tag.lookup(name('K'))
  const all: readonly (PDFObject | undefined)[] = kids instanceof PDFArray ? Array.from({length: kids.size()}, (_, index) => kids.lookup(index)) : [kids]
  return all.flatMap(kid => kid instanceof PDFDict ? [kid] : [])
}
