/** What no rule may touch: addresses, paths and file names in running text. */
import {opaque} from './characters.ts'

/** Without one of these there is no address in a text. */
const sign = /[@\\~/]|www\.|\.[A-Za-z]/

/** A run without spaces and without the marks that no address holds. */
const token = /[^\s"<>“”„«»‹›‘’‚–—…\uFFFC]+/gu

const address = /:\/\/|@|\\|^(?:www\.|mailto:|~\/|\.{0,2}\/)|[\p{L}\p{N}]\.[a-z]{2,10}\//u

/** A name with an extension (`a-b.txt`) or a host (`example.org`). */
const fileName = /^[\p{L}\p{N}_~%+-][\p{L}\p{N}_.~%+-]*\.[a-z][a-z0-9]{1,4}$/u

const aroundStart = "([{'*_"
const aroundEnd = ")]}'.,;:!?*_"

/** Blank out the addresses of a text with opaque characters, one for one, so that places in it stay the same. */
export function hideAddresses(text: string): string {
  if (!sign.test(text)) return text
  return text.replaceAll(token, run => {
    const [start, end] = trimmed(run)
    const inner = run.slice(start, end)
    return isAddress(inner) ? run.slice(0, start) + opaque.repeat(inner.length) + run.slice(end) : run
  })
}

function isAddress(run: string): boolean {
  return address.test(run) || (fileName.test(run) && !run.includes('..'))
}

/** Leave out the brackets and stops around a run. */
function trimmed(run: string): readonly [start: number, end: number] {
  let start = 0
  let end = run.length
  while (start < end && aroundStart.includes(run.charAt(start))) start++
  while (end > start && aroundEnd.includes(run.charAt(end - 1))) end--
  return [start, end]
}
