import {type PDFContext, PDFDocument, PDFName, PDFRawStream, type PDFObject} from '@cantoo/pdf-lib'
import {expect, test} from 'vitest'
import {drawTogether} from '../../../scripts/adapters/page-pictures.ts'
import {platesOf} from '../../../scripts/adapters/press/plates.ts'

type Making = {readonly context: PDFContext}

/** A page of 20 by 10 pt with this content, and what it calls by name. */
async function pdfOf(content: string, named: (making: Making) => Readonly<Record<string, Readonly<Record<string, PDFObject>>>> = () => ({})): Promise<Uint8Array> {
  const file = await PDFDocument.create()
  const {node} = file.addPage([20, 10])
  node.set(PDFName.of('Resources'), file.context.obj(named(file)))
  node.set(PDFName.of('Contents'), file.context.register(file.context.flateStream(content)))
  return file.save()
}

/** By ink, how dark (in per cent) the left and the right half of the page are on its plate. */
async function platesFrom(pdf: Uint8Array): Promise<Readonly<Record<string, readonly [left: number, right: number]>>> {
  const {inks, plate} = await platesOf(pdf)
  const files: Uint8Array[] = []
  for (const ink of inks) files.push(await plate(ink))
  const found: Record<string, readonly [number, number]> = {}
  await drawTogether(files, 72, pictures => {
    for (const [index, {rgb, widthPx}] of pictures.entries()) found[inks[index] ?? ''] = [darkness(rgb, 5 * widthPx + 5), darkness(rgb, 5 * widthPx + 15)]
  })
  return found
}

function darkness(rgb: Uint8Array, pixel: number): number {
  return Math.round((255 - (rgb[pixel * 3] ?? 255)) / 2.55)
}

const left = '0 0 10 10 re f'
const none = [0, 0]

test('gray is the black plate’s, and a file without other colours has no other', async () => {
  expect(await platesFrom(await pdfOf(`0.4 g ${left}`))).toEqual({black: [60, 0]})
  expect(await platesFrom(await pdfOf(left))).toEqual({black: [100, 0]})
})

test('the four inks come apart, by operator and by space', async () => {
  const plates = {cyan: [20, 0], magenta: [40, 0], yellow: [60, 0], black: [10, 100]}
  expect(await platesFrom(await pdfOf(`0.2 0.4 0.6 0.1 k ${left} 0 g 10 0 10 10 re f`))).toEqual(plates)
  expect(await platesFrom(await pdfOf(`/DeviceCMYK cs 0.2 0.4 0.6 0.1 sc ${left} /DeviceGray cs 0 sc 10 0 10 10 re f`))).toEqual(plates)
})

test('what is painted over other ink takes it away, unless it overprints', async () => {
  const under = '0.2 0.4 0.6 0 k 0 0 20 10 re f'
  expect(await platesFrom(await pdfOf(`${under} 0 0 0 1 k ${left}`))).toEqual({cyan: [0, 20], magenta: [0, 40], yellow: [0, 60], black: [100, 0]})
  const overprint = await pdfOf(`${under} /Over gs 0 0 0 1 k ${left}`, ({context}) => ({ExtGState: {Over: context.obj({OP: true, op: true, OPM: 1})}}))
  expect(await platesFrom(overprint)).toEqual({cyan: [20, 20], magenta: [40, 40], yellow: [60, 60], black: [100, 0]})
})

test('a spot ink has its own plate, and marks for all plates are on each', async () => {
  const separation = (context: PDFContext, ink: string) => context.obj([PDFName.of('Separation'), PDFName.of(ink), PDFName.of('DeviceCMYK'), context.obj({FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [0, 0.5, 1, 0], N: 1})])
  const pdf = await pdfOf(`/Spot cs 0.7 scn ${left} /All cs 1 scn 10 0 10 10 re f`, ({context}) => ({ColorSpace: {Spot: separation(context, 'PANTONE 185 U'), All: separation(context, 'All')}}))
  expect(await platesFrom(pdf)).toEqual({black: [0, 100], 'PANTONE 185 U': [70, 100]})
})

test('pictures and gradients come apart with their data as it is', async () => {
  const picture = (context: PDFContext) => context.register(PDFRawStream.of(context.obj({Type: 'XObject', Subtype: 'Image', Width: 2, Height: 1, BitsPerComponent: 8, ColorSpace: 'DeviceCMYK', Length: 8}), Uint8Array.of(255, 0, 0, 51, 0, 255, 0, 0)))
  expect(await platesFrom(await pdfOf('q 20 0 0 10 0 0 cm /Im Do Q', ({context}) => ({XObject: {Im: picture(context)}})))).toEqual({cyan: [100, 0], magenta: [0, 100], yellow: none, black: [20, 0]})
  expect(await platesFrom(await pdfOf('q 20 0 0 10 0 0 cm BI /W 2 /H 1 /BPC 8 /CS /CMYK ID \u00FF\0\0\u0033\0\u00FF\0\0 EI Q'))).toEqual({cyan: [100, 0], magenta: [0, 100], yellow: none, black: [20, 0]})
  const shading = (context: PDFContext) => context.obj({ShadingType: 2, ColorSpace: 'DeviceCMYK', Coords: [9.9, 0, 10.1, 0], Extend: [true, true], Function: context.obj({FunctionType: 2, Domain: [0, 1], C0: [1, 0, 0, 0], C1: [0, 0, 1, 0.5], N: 1})})
  expect(await platesFrom(await pdfOf('/Sh sh', ({context}) => ({Shading: {Sh: shading(context)}})))).toEqual({cyan: [100, 0], magenta: none, yellow: [0, 100], black: [0, 50]})
})
