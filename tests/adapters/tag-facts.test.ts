import {PDFDict, PDFDocument, PDFName, type PDFRef} from '@cantoo/pdf-lib'
import {expect, test} from 'vitest'
import {claimsUa, headlessTables} from '../../scripts/adapters/press/tag-facts.ts'

const empty = async () => PDFDocument.create()

async function claimed(metadata: string): Promise<boolean> {
  const {catalog, context} = await empty()
  catalog.set(PDFName.of('Metadata'), context.register(context.flateStream(metadata)))
  return claimsUa(catalog)
}

test('metadata claim PDF/UA as an element or as an attribute', async () => {
  expect(await Promise.all(['<pdfuaid:part>1</pdfuaid:part>', '<rdf:Description pdfuaid:part="2"/>', '<pdfaid:part>1</pdfaid:part>', ''].map(claimed))).toEqual([true, true, false, false])
})

test('broken metadata, and none, claim nothing', async () => {
  const {catalog, context} = await empty()
  expect(claimsUa(catalog)).toBe(false)
  catalog.set(PDFName.of('Metadata'), context.register(context.stream('pdfuaid:part="1"', {Filter: 'FlateDecode'})))
  expect(claimsUa(catalog)).toBe(false)
})

/** A table of one row of these cells; `roles`: what its own names of tags mean. */
async function headless(cells: readonly string[], roles: Readonly<Record<string, string>> = {}): Promise<number> {
  const {catalog, context} = await empty()
  const tag = (role: string, kids: readonly PDFRef[]) => context.register(context.obj({S: role, P: catalog, K: [...kids]}))
  catalog.set(PDFName.of('StructTreeRoot'), context.obj({RoleMap: context.obj(roles)}))
  tag('Table', [tag('TR', cells.map(role => tag(role, [])))])
  return headlessTables(catalog, context)
}

test('a table needs one head at least, by whatever name', async () => {
  expect(await headless(['TD', 'TD'])).toBe(1)
  expect(await headless(['TH', 'TD'])).toBe(0)
  expect(await headless(['Kopf', 'TD'], {Kopf: 'TH'})).toBe(0)
  expect(await headless([])).toBe(0)
})

test('a head of a table in a cell heads that alone, and tags that stand in themselves end', async () => {
  const {catalog, context} = await empty()
  const tag = (role: string, ...kids: readonly PDFRef[]) => context.register(context.obj({S: role, P: catalog, K: [...kids]}))
  const cell = tag('TD', tag('Table', tag('TH'), tag('TD')))
  tag('Table', cell)
  context.lookup(cell, PDFDict).set(PDFName.of('K'), context.obj([cell, ...[context.lookup(cell, PDFDict).get(PDFName.of('K'))].flatMap(kid => kid ? [kid] : [])]))
  expect(headlessTables(catalog, context)).toBe(1)
})
