/** Pictures that a Word file names and does not hold: Mammoth stumbles over some of them, and none may cost the text. */
import {posix} from 'node:path'
import type {Element, Parents, Root} from 'xast'
import {visit} from 'unist-util-visit'
import type {Archive} from './archive.ts'
import type {Remark} from './imported.ts'
import {lost} from './imported.ts'
import {parsePart} from './office-metadata.ts'

/** The targets of a part's relationships by their ids; one outside of the file is told by its address. */
type Targets = ReadonlyMap<string, {readonly name: string} | {readonly address: string}>

/** Take such pictures out of a part, which is changed; each is told with its words. */
export async function takeLostPictures(tree: Root, part: string, archive: Archive): Promise<readonly Remark[]> {
  const targets = await targetsOf(part, archive)
  const remarks = new Map<string, Remark>()
  visit(tree, 'element', holder => {
    if (!/^(?:w:drawing|w:pict|w:object)$/.test(holder.name)) return
    removeFrom(holder, picture => {
      const fault = faultOf(picture, targets, archive)
      if (fault !== undefined) remarks.set(`${fault}${wordsOf(holder)}`, lost(`a picture ${fault}${wordsOf(holder)}`))
      return fault !== undefined
    })
  })
  return [...remarks.values()]
}

async function targetsOf(part: string, archive: Archive): Promise<Targets> {
  const name = `${posix.dirname(part)}/_rels/${posix.basename(part)}.rels`
  const text = await archive.readText(name)
  const targets = new Map<string, {readonly name: string} | {readonly address: string}>()
  visit(text === undefined ? {type: 'root', children: []} : parsePart(text, name), 'element', ({attributes}) => {
    const [id, target, mode] = [attributes['Id'], attributes['Target'], attributes['TargetMode']]
    if (typeof id !== 'string' || typeof target !== 'string') return
    targets.set(id, mode === 'External' ? {address: target} : {name: target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target)})
  })
  return targets
}

/** Why a picture cannot be had; undefined where it can, or where the element is none. */
function faultOf({name, attributes}: Element, targets: Targets, archive: Archive): string | undefined {
  if (name !== 'a:blip' && name !== 'v:imagedata') return undefined
  const target = targets.get(attributes['r:embed'] ?? attributes['r:link'] ?? attributes['r:id'] ?? '')
  if (!target) return 'that the file names and does not have'
  if ('address' in target) return `that is not in the file (${target.address.slice(0, 60)}): save it and put it in`
  return archive.names.includes(target.name) ? undefined : `that is missing in the file (${target.name.slice(0, 60)})`
}

function removeFrom(parent: Parents, isMeant: (element: Element) => boolean): void {
  parent.children = parent.children.filter(child => child.type !== 'element' || !isMeant(child))
  for (const child of parent.children) if (child.type === 'element') removeFrom(child, isMeant)
}

/** What a picture shows, as its drawing says. */
function wordsOf(holder: Element): string {
  let words = ''
  visit(holder, 'element', ({name, attributes}) => {
    if (words === '' && (name === 'wp:docPr' || name === 'v:shape')) words = (attributes['descr'] ?? attributes['title'] ?? attributes['alt'] ?? '').trim()
  })
  return words === '' ? '' : `, “${words.slice(0, 60)}”`
}
