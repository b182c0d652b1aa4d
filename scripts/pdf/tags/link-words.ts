/** The words of links, as the block around them tells of them. */
import type {Tag} from '../../adapters/pdf-tags.ts'
import {isTag} from './walk.ts'

/** Give the links of a block their words, from a list of texts in JSON; where it counts others than the block has, none. */
export function withLinkWords(block: Tag, json: string): Tag {
  const words: unknown = JSON.parse(json)
  const holders = linksIn(block)
  if (!Array.isArray(words) || words.length !== holders.length) return block
  const said = new Map(holders.map((holder, index) => [holder, String(words[index])]))
  const give = (tag: Tag): Tag => {
    const own = said.get(tag)
    return {...tag, kids: tag.kids.map(kid => kid.kind === 'tag' ? give(kid) : kid.kind === 'link' && own !== undefined ? {...kid, words: own} : kid)}
  }
  return give(block)
}

/** What holds the areas of a link that has no words yet; a block within another has told of its own before. */
function linksIn(tag: Tag): readonly Tag[] {
  const below = tag.kids.flatMap(kid => isTag(kid) ? linksIn(kid) : [])
  return tag.kids.some(kid => kid.kind === 'link' && kid.words === undefined) ? [tag, ...below] : below
}
