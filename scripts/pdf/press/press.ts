/** The press file: the printed pages in the inks of a press, with boxes and marks, as PDF/X-4. */
import type {Outliner} from '../../adapters/glyph-outlines.ts'
import type {Conversion} from '../../adapters/press/convert.ts'
import type {OutputIntent, PressPlan} from '../../adapters/press/press-file.ts'
import type {Rgb} from '../../content/ink.ts'
import type {Artifact, BuildDate, Facts, Metadata, Pages, PrintColour, Theme} from '../../types.ts'
import {identityOf, informationOf, trimBox} from '../reading.ts'
import {xmpPacket} from '../xmp.ts'
import {accentOf} from './accent.ts'
import {boxesAround} from './boxes.ts'
import {grayOf, grayPixels, inksOf, isGrayPicture, processInks, spotSpace, type Inks} from './colour.ts'
import {outputIntent} from './condition.ts'
import {coverSheets, insideOf, type CoverShape} from './cover.ts'
import {allPlates, drawMarks} from './marks.ts'
import {pressPacket} from './packet.ts'
import {knockoutState, overprintState, rewrite} from './rewrite.ts'

export type PressIngredients = {readonly pages: Pages; readonly metadata: Metadata; readonly theme: Theme; readonly date: BuildDate}

/** The press file, the cover where it is a file of its own, and what was met on each page of the pamphlet. */
export type Pressed = {readonly print: Artifact; readonly cover: Artifact | undefined; readonly conversions: readonly Conversion[]}

/** What both files have in common. */
type Shop = {readonly ingredients: PressIngredients; readonly intent: OutputIntent; readonly accent: Rgb; readonly outline: Outliner; readonly transform: Inks['transform']}

/** Make `SLUG-print.pdf`, and `SLUG-cover.pdf` where the cover is separate. */
export async function finishPress(ingredients: PressIngredients): Promise<Pressed> {
  const {pages, metadata: {print}, theme} = ingredients
  const [{inkTransform}, {outlinerOf}, intent] = await Promise.all([import('../../adapters/colour/ink-transform.ts'), import('../../adapters/glyph-outlines.ts'), outputIntent(print.condition)])
  const shop: Shop = {ingredients, intent, accent: accentOf(theme), outline: outlinerOf(theme.fonts), transform: await inkTransform(intent.profile)}
  const shape = insideOf(pages, ingredients.metadata)
  const [inside, cover] = [await makeInside(shop, shape), shape.isSeparate ? await makeCover(shop, shape) : undefined]
  return {print: inside.artifact, cover: cover?.artifact, conversions: [...inside.conversions, ...cover?.conversions ?? []]}
}

type Made = {readonly artifact: Artifact; readonly conversions: readonly Conversion[]}

async function makeInside(shop: Shop, {inside}: CoverShape): Promise<Made> {
  const {pages, metadata: {print}} = shop.ingredients
  const boxes = boxesAround(trimBox(pages.sheet), print.bleedMm, print.marks.length > 0)
  const marksOf = (page: number) => drawMarks({marks: print.marks, boxes, colour: print.colour, slug: slugOf(shop, `${pages.folios[page - 1] ?? page} (${inside.indexOf(page) + 1}/${inside.length})`, print.colour, boxes.trim.right - boxes.trim.left)})
  const drawn = inside.map(from => ({from, boxes, marks: marksOf(from)}))
  return makeFile(shop, {name: 'print', colour: print.colour, pages: drawn, sheets: undefined, facts: {pages: inside.length, ...trimFacts(boxes.trim), bleedMm: print.bleedMm}})
}

async function makeCover(shop: Shop, shape: CoverShape): Promise<Made> {
  const {pages, metadata} = shop.ingredients
  const {coverColour, marks} = metadata.print
  const sheets = coverSheets(shape, pages.sheet, metadata).map(({parts, boxes, folds}, index) => {
    const slug = slugOf(shop, index === 0 ? 'cover, outside' : 'cover, inside', coverColour, boxes.trim.right - boxes.trim.left)
    return {parts, boxes, marks: drawMarks({marks, boxes, colour: coverColour, slug, folds})}
  })
  const trim = sheets[0]?.boxes.trim ?? trimBox(pages.sheet)
  return makeFile(shop, {name: 'cover', colour: coverColour, pages: undefined, sheets, facts: {pages: sheets.length, ...trimFacts(trim), bleedMm: metadata.print.bleedMm, spineMm: shape.spineMm}})
}

type FilePlan = Pick<PressPlan, 'pages' | 'sheets'> & {readonly name: 'print' | 'cover'; readonly colour: PrintColour; readonly facts: Facts}

async function makeFile({ingredients: {pages, metadata, date}, intent, accent, transform}: Shop, {name, colour, facts, ...drawn}: FilePlan): Promise<Made> {
  const {makePressFile} = await import('../../adapters/press/press-file.ts')
  const {print: {standard}} = metadata
  const inks = inksOf(colour, transform, accent)
  const identity = identityOf(pages, metadata, date.instant, `${name} ${JSON.stringify([metadata.print.marks, metadata.print.bleedMm, standard, colour, intent.identifier])}`)
  const {bytes, conversions} = await makePressFile(pages.pdf, {
    ...drawn,
    colours: colourPlan(inks),
    spot: typeof colour === 'string' ? undefined : {name: colour.spot, inks: processInks(accent, transform)},
    intent: standard === 'x4' ? intent : undefined,
    information: informationOf(metadata),
    xmp: pressPacket(xmpPacket(metadata, date.instant), identity, standard === 'x4'),
    lang: metadata.lang,
    date: date.instant,
    identity
  })
  const all: Facts = {...facts, colour: typeof colour === 'string' ? colour : {spot: colour.spot}, condition: intent.identifier, standard: standard === 'x4' ? 'PDF/X-4' : null}
  return {artifact: {name: `${metadata.slug}-${name}.pdf`, mediaType: 'application/pdf', bytes, facts: all}, conversions}
}

function colourPlan(inks: Inks): PressPlan['colours'] {
  const isProcess = inks.colour === 'process'
  return {
    rewrite: (content, setting) => rewrite(content, inks, setting),
    pixels: rgb => {
      const isGray = isGrayPicture(rgb)
      return isProcess && !isGray ? {space: 'DeviceCMYK', pixels: inks.transform(rgb), hadColour: true} : {space: 'DeviceGray', pixels: grayPixels(rgb), hadColour: !isGray}
    },
    inkOf: inks.of,
    grayOf,
    isProcess,
    names: {overprint: overprintState, knockout: knockoutState, spot: spotSpace, all: allPlates},
    groups: inks.colour === 'black' ? 'DeviceGray' : 'DeviceCMYK'
  }
}

/** Title, page, date and colour condition, as much of the title as there is room for. */
function slugOf({ingredients: {metadata, date}, outline, intent}: Shop, page: string, colour: PrintColour, widthPt: number) {
  const inks = typeof colour === 'string' ? colour : `black + ${colour.spot}`
  const rest = [page, ...(date.printed === undefined ? [] : [date.printed]), `${inks}, ${intent.identifier}`].join('  ·  ')
  const whole = outline(`${metadata.title}  ·  ${rest}`, slugPt)
  if (whole.widthPt <= widthPt) return whole
  const kept = Math.max(0, Math.floor(metadata.title.length * (1 - (whole.widthPt - widthPt) / outline(metadata.title, slugPt).widthPt)) - 2)
  return outline(kept < 3 ? rest : `${metadata.title.slice(0, kept).trimEnd()}…  ·  ${rest}`, slugPt)
}

const slugPt = 6.5

function trimFacts({left, bottom, right, top}: {readonly left: number; readonly bottom: number; readonly right: number; readonly top: number}): Facts {
  const round = (value: number) => Math.round(value * 1e3) / 1e3
  return {trimPt: [round(right - left), round(top - bottom)]}
}
