/** How much a drawing draws once its references are followed: ten lines of `use` can ask for a thousand million shapes. */
import {literal} from './literal.ts'
import {referencesOf, styleReferences, type Reference, type StyleReferences} from './svg-references.ts'
import {localName, type XmlElement, type XmlEvent} from './xml.ts'

type Part = {readonly element: XmlElement; readonly id: string | undefined; readonly children: Part[]}

/** Elements drawn, those of references counted each time; and how many references lead on from each other. */
type Load = {readonly count: number; readonly height: number}

/** A browser takes about a tenth of a millisecond to copy an element; the maps and plots that people make stay far below. */
export const mostCopies = 60_000
/** Drawing programs chain two or three. */
export const mostInARow = 16

/** Name what makes a drawing too heavy, as half of a message; undefined where nothing does. */
export function tooHeavy(events: readonly XmlEvent[]): string | undefined {
  const parts = partsOf(events)
  const [root] = parts
  if (!root) return undefined
  try {
    const {count} = new Scale(parts, styleReferences(events)).weigh(root)
    return count > parts.length + mostCopies ? excess() : undefined
  } catch (error) {
    if (error instanceof TooHeavy) return error.message
    throw error
  }
}

/** Written when it is wanted: the first number that is set in a language takes longer than this module. */
const excess = () => `drawing whose references copy more than ${mostCopies.toLocaleString('en')} elements`

class TooHeavy extends Error {}

/** The elements in order, each with those inside it. How deep they stand is bounded by the reader. */
function partsOf(events: readonly XmlEvent[]): readonly Part[] {
  const open: Part[] = []
  return events.flatMap(event => {
    if (event.type !== 'element') return []
    const {element} = event
    const part: Part = {element, id: element.attributes.find(({name}) => name === 'id' || name === 'xml:id')?.value, children: []}
    open.length = element.depth
    open.at(-1)?.children.push(part)
    open.push(part)
    return [part]
  })
}

/** Weighs each element once, and knows what is under way, so that it sees when an element comes back to itself. */
class Scale {
  readonly #targets: ReadonlyMap<string, Part>
  readonly #styles: StyleReferences
  readonly #most: number
  readonly #known = new Map<Part, Load>()
  readonly #underWay = new Set<Part>()
  #inARow = 0
  #followed = 0

  constructor(parts: readonly Part[], styles: StyleReferences) {
    // Of two elements with one id the first counts.
    this.#targets = new Map(parts.toReversed().flatMap(part => part.id === undefined ? [] : [[part.id, part] as const]))
    this.#styles = styles
    this.#most = parts.length + mostCopies
  }

  /** Throws TooHeavy as soon as it is too much. */
  weigh(part: Part): Load {
    const before = this.#known.get(part)
    if (before) return before
    this.#underWay.add(part)
    const load = this.#withReferences(part, this.#alone(part))
    this.#underWay.delete(part)
    this.#known.set(part, load)
    return load
  }

  /** A gradient is a colour: neither it nor its stops are drawn. */
  #alone({element, children}: Part): Load {
    if (/^(?:linear|radial)gradient$/.test(localName(element.name))) return {count: 0, height: 0}
    let [count, height] = [1, 0]
    for (const child of children) {
      const load = this.weigh(child)
      count += load.count
      height = Math.max(height, load.height)
    }
    return {count, height}
  }

  #withReferences({element}: Part, alone: Load): Load {
    let {count, height} = alone
    for (const reference of referencesOf(element, this.#styles)) {
      const target = this.#targetOf(reference)
      if (!target) continue
      const load = this.#follow(target)
      count += load.count * (reference.isInherited ? alone.count : 1)
      height = Math.max(height, load.height + 1)
    }
    if (count > this.#most) throw new TooHeavy(excess())
    if (height > mostInARow) throw new TooHeavy(tooLong)
    return {count, height}
  }

  /** Where only a selector may mean an element, coming back to it is no fault: browsers stop there. */
  #targetOf({id, isSure}: Reference): Part | undefined {
    this.#followed++
    if (this.#followed > 20 * this.#most) throw new TooHeavy(excess())
    const target = this.#targets.get(id)
    if (!target || !this.#underWay.has(target)) return target
    if (isSure) throw new TooHeavy(`drawing in which ${literal(id)} draws itself`)
    return undefined
  }

  #follow(target: Part): Load {
    this.#inARow++
    if (this.#inARow > mostInARow) throw new TooHeavy(tooLong)
    const load = this.weigh(target)
    this.#inARow--
    return load
  }
}

const tooLong = `drawing in which more than ${mostInARow} references lead on from each other`
