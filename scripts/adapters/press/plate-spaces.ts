/**
 * Colour spaces that show one ink: each takes the components of the space that it stands in for, and its function finds the
 * ink among them, as a gray (ISO 32000-1, 8.6.6.4 and 8.6.6.5). Other plates need other functions and nothing else.
 */
import {PDFArray, type PDFContext, PDFName, type PDFObject, PDFRawStream, type PDFRef} from '@cantoo/pdf-lib'
import {name} from '../pdf-names.ts'
import {numberAt, pack} from './objects.ts'

/** What the process inks are called in a file, and what they are called here. */
const processInks: ReadonlyMap<string, string> = new Map([['Cyan', 'cyan'], ['Magenta', 'magenta'], ['Yellow', 'yellow'], ['Black', 'black']])

/** An ink that lies on every plate, and one that lies on none (8.6.6.4). */
const [everyInk, noInk] = ['All', 'None'] as const

export type PlateSpaces = {
  readonly gray: PDFArray
  readonly cmyk: PDFArray
  /** What stands in for a space; the space itself where it has no inks, as the screen's have none. */
  readonly standIn: (space: PDFObject) => PDFObject
  /** The inks of the spaces that were stood in for, the process inks first: all four of them, or black alone. */
  readonly inks: () => readonly string[]
  /** Let all spaces show this ink. */
  readonly show: (ink: string) => void
}

/** The components of a space: inks, or one that is white where it is full. */
type Components = {readonly inks: readonly string[]; readonly isLight: boolean}
type Made = Components & {readonly finder: PDFRef; readonly space: PDFArray}

/** Make the spaces of a file. */
export function plateSpaces(context: PDFContext): PlateSpaces {
  const made = new Map<string, Made>()
  const own = new Set<PDFObject>()
  const met = new Set<string>()
  const spaceOf = (components: Components): PDFArray => {
    const key = JSON.stringify(components)
    const known = made.get(key) ?? make(context, components)
    made.set(key, known)
    own.add(known.space)
    return known.space
  }
  const standIn = (space: PDFObject): PDFObject => {
    const components = own.has(space) ? undefined : componentsOf(space)
    for (const ink of components?.inks ?? []) met.add(ink)
    return components ? spaceOf(components) : withBase(context, space, standIn)
  }
  return {
    gray: spaceOf(grays),
    cmyk: spaceOf(four),
    standIn,
    inks: () => inOrder(met),
    show: ink => {
      for (const each of made.values()) context.assign(each.finder, finderOf(context, each, ink))
    }
  }
}

const grays: Components = {inks: ['black'], isLight: true}
const four: Components = {inks: [...processInks.values()], isLight: false}

function make(context: PDFContext, components: Components): Made {
  const finder = context.nextRef()
  const names = components.inks.map((_, index) => name(`Ink${index}`))
  const space = names.length === 1 ? [name('Separation'), ...names, name('DeviceGray'), finder] : [name('DeviceN'), names, name('DeviceGray'), finder]
  return {...components, finder, space: context.obj(space)}
}

/** The inks of a space's components; undefined where they are no inks, or where the space has a base. */
function componentsOf(space: PDFObject): Components | undefined {
  const [family, detail] = space instanceof PDFArray ? [space.lookup(0), space.size() > 1 ? space.lookup(1) : undefined] : [space, undefined]
  return family instanceof PDFName ? families[family.decodeText()]?.(detail) : undefined
}

const families: Readonly<Record<string, (detail: PDFObject | undefined) => Components | undefined>> = {
  DeviceGray: () => grays,
  CalGray: () => grays,
  DeviceCMYK: () => four,
  ICCBased: profile => profile instanceof PDFRawStream ? byChannels.get(numberAt(profile.dict, 'N')) : undefined,
  Separation: ink => ink instanceof PDFName ? {inks: [inkName(ink)], isLight: false} : undefined,
  DeviceN: inks => inks instanceof PDFArray ? {inks: inks.asArray().map(ink => ink instanceof PDFName ? inkName(ink) : noInk), isLight: false} : undefined
}

const byChannels: ReadonlyMap<number | undefined, Components> = new Map([[1, grays], [4, four]])

function inkName(written: PDFName): string {
  const text = written.decodeText()
  return processInks.get(text) ?? text
}

/** Tables of colours, and patterns without colours of their own, have their colours from another space. */
function withBase(context: PDFContext, space: PDFObject, standIn: (space: PDFObject) => PDFObject): PDFObject {
  const isBased = space instanceof PDFArray && space.size() > 1 && [name('Indexed'), name('Pattern')].some(family => space.lookup(0) === family)
  const base = isBased ? space.lookup(1) : undefined
  return isBased && base ? context.obj(space.asArray().map((item, index) => index === 1 ? standIn(base) : item)) : space
}

/** A program that leaves the ink's share of black, out of all components (7.10.5). */
function finderOf(context: PDFContext, {inks, isLight}: Components, ink: string): PDFObject {
  const at = inks.findIndex(each => each === ink || each === everyInk)
  const dropAll = Array.from(inks, () => 'pop').join(' ')
  const found = isLight ? '' : '1 exch sub'
  const code = at < 0 ? `{${dropAll} 1}` : `{${inks.length - 1 - at} index ${inks.length + 1} 1 roll ${dropAll} ${found}}`
  return pack(context.obj({FunctionType: 4, Domain: inks.flatMap(() => [0, 1]), Range: [0, 1]}), Buffer.from(code, 'latin1'))
}

/** Where one of the three colours is met, all four plates are made. */
function inOrder(met: ReadonlySet<string>): readonly string[] {
  const process = four.inks.some(ink => ink !== 'black' && met.has(ink)) ? four.inks : ['black']
  const spots = [...met].filter(ink => !four.inks.includes(ink) && ink !== everyInk && ink !== noInk)
  return [...process, ...spots.toSorted((a, b) => a < b ? -1 : 1)]
}
