/** Ruby: words, their reading behind each, and round the reading two brackets or none (HTML, 4.5.10). */
import type {Element, ElementContent} from 'hast'
import type {Say} from './kinds.ts'
import {isBlank, isNamed} from './kinds.ts'
import {wordsOf} from './words.ts'

const bracket = (): Element => ({type: 'element', tagName: 'rp', properties: {}, children: []})

/** Give each reading both brackets or none; what has no reading behind it stands behind the ruby. */
export function shapeRuby(ruby: Element, say: Say): ElementContent[] {
  const parts = paired(wordsOf(ruby.children.flatMap(part => modern(part)), ' '), say)
  const end = parts.findLastIndex(part => isNamed(part, 'rt', 'rp')) + 1
  const behind = parts.slice(end)
  if (end === 0) {
    say(ruby, 'without a reading', '`<rt>` in it', 'Its words were kept. Write the reading into an `<rt>`, or leave out the `<ruby>`.')
    return [{...ruby, tagName: 'span', children: parts}]
  }
  if (!behind.every(isBlank)) say(ruby, 'with words behind the last reading', '`<rt>` behind them', 'They were set behind the ruby. Write `</ruby>` before them.')
  return [{...ruby, children: parts.slice(0, end)}, ...behind]
}

/** `rb` and `rtc` are given up by HTML: the first is read the same without, the second holds readings or is one. */
function modern(part: ElementContent): ElementContent[] {
  if (isNamed(part, 'rb')) return part.children
  if (!isNamed(part, 'rtc')) return [part]
  return part.children.some(child => isNamed(child, 'rt')) ? part.children.filter(child => isNamed(child, 'rt', 'rp') || !isBlank(child)) : [{...part, tagName: 'rt'}]
}

/** A reading takes the bracket on either side, with an empty one for what is missing; a bracket beside no reading is words. */
function paired(parts: readonly ElementContent[], say: Say): ElementContent[] {
  const solid = parts.filter((part, index) => !(isBlank(part) && isNamed(parts[index - 1], 'rt', 'rp') && isNamed(parts[index + 1], 'rt', 'rp')))
  const made: ElementContent[] = []
  for (let index = 0; index < solid.length; index += 1) {
    const [part, next, third] = solid.slice(index, index + 3)
    if (!part) break
    if (isNamed(part, 'rp') && isNamed(next, 'rt')) {
      const closes = isNamed(third, 'rp')
      made.push(part, next, closes ? third : bracket())
      index += closes ? 2 : 1
    } else if (isNamed(part, 'rt') && isNamed(next, 'rp')) {
      // A bracket before another reading opens that one.
      const opensNext = isNamed(third, 'rt')
      made.push(...(opensNext ? [part] : [bracket(), part, next]))
      index += opensNext ? 0 : 1
    } else if (isNamed(part, 'rp')) {
      say(part, 'without a reading beside it', '`<rt>`', 'Its words were kept. Take the tags out of the text, too.')
      made.push(...part.children)
    } else made.push(part)
  }
  return made
}
