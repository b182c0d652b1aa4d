/** The press file: the printed pages in the inks of a press, with boxes and marks, as PDF/X-4. */
import type {Outliner} from '../../adapters/glyph-outlines.ts'
import type {BoxPt} from '../../adapters/pdf.ts'
import type {Conversion} from '../../adapters/press/convert.ts'
import type {OutputIntent, PressPlan} from '../../adapters/press/press-file.ts'
import type {PageView} from '../../adapters/press/view.ts'
import type {Rgb} from '../../content/ink.ts'
import type {Artifact, BuildDate, Facts, Message, Metadata, Pages, PrintColour, Theme} from '../../types.ts'
import {identityOf, informationOf, trimBox} from '../reading.ts'
import {xmpPacket} from '../xmp.ts'
import {accentOf} from './accent.ts'
import {boxesAround} from './boxes.ts'
import {grayOf, grayPixels, inksOf, isGrayPicture, isOwnColour, processInks, spotSpace, type Inks} from './colour.ts'
import {outputIntent} from './condition.ts'
import {coverMessages, coverSheets, insideOf, type CoverShape} from './cover.ts'
import {allPlates, drawMarks} from './marks.ts'
import {pressPacket} from './packet.ts'
import {rewrite} from './rewrite.ts'
import {knockoutState, overprintState} from './rewriting.ts'
import {spineMessages, spineTitle} from './spine-title.ts'

export type PressIngredients = {readonly pages: Pages; readonly metadata: Metadata; readonly date: BuildDate; readonly tools: PressTools}

/** What can be got ready before there are pages: the profile, the face of the slug line, the theme's accent. */
export type PressTools = {readonly intent: OutputIntent; readonly accent: Rgb; readonly outline: Outliner; readonly transform: Inks['transform']}

/** The press file, the cover where it is a file of its own, both with what the checks look at, and what was asked for in vain. */
export type Pressed = {readonly print: Artifact; readonly cover: Artifact | undefined; readonly files: readonly PressedFile[]; readonly messages: readonly Message[]}

/** `printed`: which printed page (from 1) each page of the file is; a cover's sheets are several. */
export type PressedFile = {
  readonly artifact: Artifact
  readonly views: readonly PageView[]
  readonly conversions: readonly Conversion[]
  readonly printed: readonly (number | undefined)[]
  readonly colour: PrintColour
  /** How the file's colours were made: for measuring how much of each ink a page takes. */
  readonly inks: Inks
  readonly isCover: boolean
  /** Where sheets are folded inside their trim, in pt from its left edge: a cover about its spine. */
  readonly folds: readonly number[]
}

/** What both files have in common. */
type Shop = PressTools & {readonly ingredients: PressIngredients}

/** Get ready while the browser still composes: a profile and a face take a tenth of a second to be opened. */
export async function prepareTools({print}: Pick<Metadata, 'print'>, theme: Theme): Promise<PressTools> {
  const [{outlinerOf}, intent] = await Promise.all([import('../../adapters/glyph-outlines.ts'), outputIntent(print.condition), import('../../adapters/press/press-file.ts')])
  const outline = outlinerOf(theme.fonts)
  // A face is unpacked by the first line that is set in it.
  outline('page', slugPt)
  return {intent, accent: accentOf(theme), outline, transform: await transformFor(print, intent)}
}

/** Black has its grays from the luminance: where there is no other ink the profile need not be opened. */
async function transformFor({colour, coverColour}: Metadata['print'], {profile}: OutputIntent): Promise<Inks['transform']> {
  if (colour === 'black' && coverColour === 'black') return () => {
    throw new Error('Expected no colour to be converted in a pamphlet of one ink')
  }
  const {inkTransform} = await import('../../adapters/colour/ink-transform.ts')
  return inkTransform(profile)
}

/** Make `SLUG-print.pdf`, and `SLUG-cover.pdf` where the cover is separate. */
export async function finishPress(ingredients: PressIngredients): Promise<Pressed> {
  const shop: Shop = {...ingredients.tools, ingredients}
  const shape = insideOf(ingredients.pages, ingredients.metadata)
  const [inside, cover] = [await makeInside(shop, shape), shape.isSeparate ? await makeCover(shop, shape) : undefined]
  return {print: inside.artifact, cover: cover?.artifact, files: [inside, ...cover ? [cover] : []], messages: [...coverMessages(ingredients.pages, ingredients.metadata), ...cover?.messages ?? []]}
}

async function makeInside(shop: Shop, {inside}: CoverShape): Promise<PressedFile> {
  const {pages, metadata: {print}} = shop.ingredients
  const boxes = boxesAround(trimBox(pages.sheet), print.bleedMm, print.marks.length > 0)
  const slug = slugFor(shop, print.colour, boxes.trim)
  const drawn = inside.map((from, index) => {
    const [folio, number] = [pages.folios[from - 1] ?? '', String(index + 1)]
    const label = folio === number ? `page ${number}` : `page ${number} (${folio})`
    return {from, boxes, marks: drawMarks({marks: print.marks, boxes, colour: print.colour, slug: slug(label)})}
  })
  return makeFile(shop, {name: 'print', colour: print.colour, pages: drawn, sheets: undefined, folds: [], facts: {...trimFacts(boxes.trim), bleedMm: print.bleedMm}})
}

async function makeCover(shop: Shop, shape: CoverShape): Promise<PressedFile & Pick<Pressed, 'messages'>> {
  const {pages, metadata} = shop.ingredients
  const {coverColour, marks} = metadata.print
  const planned = coverSheets(shape, pages.sheet, metadata)
  const [outside] = planned
  const words = outside ? spineTitle(outside.spine, metadata, shop.outline) : {}
  const sheets = planned.map(({parts, boxes, folds}, index) => {
    const slug = slugFor(shop, coverColour, boxes.trim)(index === 0 ? 'cover, outside' : 'cover, inside')
    return {parts, boxes, marks: drawMarks({marks, boxes, colour: coverColour, slug, folds}), ...(index === 0 && words.title && {title: words.title})}
  })
  const trim = outside?.boxes.trim ?? trimBox(pages.sheet)
  const file = await makeFile(shop, {name: 'cover', colour: coverColour, pages: undefined, sheets, folds: outside?.folds ?? [], facts: {...trimFacts(trim), bleedMm: metadata.print.bleedMm, spineMm: shape.spineMm}})
  return {...file, messages: spineMessages(words, metadata)}
}

type FilePlan = Pick<PressPlan, 'pages' | 'sheets'> & Pick<PressedFile, 'folds'> & {readonly name: 'print' | 'cover'; readonly colour: PrintColour; readonly facts: Facts}

async function makeFile({ingredients: {pages, metadata, date}, intent, accent, transform}: Shop, {name, colour, facts, folds, ...drawn}: FilePlan): Promise<PressedFile> {
  const {makePressFile} = await import('../../adapters/press/press-file.ts')
  const {print: {standard}} = metadata
  const inks = inksOf(colour, transform, accent)
  const identity = identityOf(pages, metadata, date.instant, `${name} ${JSON.stringify([metadata.print.marks, metadata.print.bleedMm, standard, colour, intent.identifier])}`)
  const {bytes, ...seen} = await makePressFile(pages.pdf, {
    ...drawn,
    colours: colourPlan(inks),
    spot: typeof colour === 'string' ? undefined : {name: colour.spot, inks: processInks(accent, transform)},
    intent: standard === 'x4' ? intent : undefined,
    information: informationOf(metadata),
    xmp: pressPacket(xmpPacket(metadata, date.instant, false), identity, standard === 'x4'),
    lang: metadata.lang,
    date: date.instant,
    identity
  })
  const all: Facts = {pages: seen.views.length, ...facts, colour: typeof colour === 'string' ? colour : {spot: colour.spot}, condition: intent.identifier, standard: standard === 'x4' ? 'PDF/X-4' : null}
  const artifact = {name: `${metadata.slug}-${name}.pdf`, mediaType: 'application/pdf', bytes, facts: all}
  return {...seen, artifact, colour, inks, folds, isCover: name === 'cover', printed: drawn.pages?.map(({from}) => from) ?? []}
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
    isOwnColour: rgb => isOwnColour(rgb, inks),
    isProcess,
    names: {overprint: overprintState, knockout: knockoutState, spot: spotSpace, all: allPlates},
    groups: inks.colour === 'black' ? 'DeviceGray' : 'DeviceCMYK'
  }
}

/** Title, date and colour condition at the left, as much of the title as there is room for; the page at the right. */
function slugFor({ingredients: {metadata: {title}, date}, outline, intent}: Shop, colour: PrintColour, {left, right}: BoxPt) {
  const inks = typeof colour === 'string' ? colour : `black + ${colour.spot}`
  const rest = [...(date.printed === undefined ? [] : [date.printed]), `${inks}, ${intent.identifier}`].join('  ·  ')
  const roomPt = right - left - outline('page 888 (lxxxviii)    ', slugPt).widthPt
  const whole = outline(`${title}  ·  ${rest}`, slugPt)
  const kept = Math.floor(title.length * (1 - (whole.widthPt - roomPt) / (outline(title, slugPt).widthPt || 1))) - 2
  const shared = whole.widthPt <= roomPt ? whole : outline(kept < 3 ? rest : `${title.slice(0, kept).trimEnd()}…  ·  ${rest}`, slugPt)
  return (label: string) => ({shared, own: Array.from(label, character => outline(character, slugPt))})
}

const slugPt = 6.5

function trimFacts({left, bottom, right, top}: BoxPt): Facts {
  const round = (value: number) => Math.round(value * 1e3) / 1e3
  return {trimPt: [round(right - left), round(top - bottom)]}
}
