/** Links that are addresses: what the reader sees of them is the address, and it runs from left to right. */
import type {Element, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {elementsIn} from '../elements.ts'
import {directionOf} from '../writing.ts'

const scheme = /^(?:mailto|tel|sms):/i
const address = /^(?:[a-z]+:\/\/|www\.)\S+$|^\S+@\S+\.\S+$/i

/** Take the scheme off the words of a link to a mailbox; in a text that runs from right to left, hold addresses apart from it. */
export function rehypeAddresses({lang}: {readonly lang: string}) {
  const isRightToLeft = directionOf(lang) === 'rtl'
  return (tree: Root): void => {
    for (const link of elementsIn(tree)) {
      if (link.tagName !== 'a' || typeof link.properties.href !== 'string') continue
      dropScheme(link, link.properties.href)
      if (isRightToLeft && link.properties.dir === undefined && address.test(textOf(link).trim())) link.properties.dir = 'ltr'
    }
  }
}

function dropScheme({children}: Element, href: string): void {
  const [only] = children
  if (children.length === 1 && only?.type === 'text' && scheme.test(href) && scheme.test(only.value)) only.value = only.value.replace(scheme, '')
}
