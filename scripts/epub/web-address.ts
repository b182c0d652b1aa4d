/** Addresses outside the book, as RFC 3986 writes them: checkers reject what browsers put up with. */

/** What needs no second look: a plain host, and nothing but printable ASCII after it. */
const plainWeb = /^(?:https?|ftp):\/\/[A-Za-z\d.-]+(?::\d+)?(?:[/?#][\x21-\x7E]*)?$/

const plainOther = /^(?:mailto|tel):[\x21-\x7E]+$/

/** Write an address on the web or of a person; undefined for any other: no reading system opens it, checkers warn. */
export function webAddress(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined
  const url = new URL(href)
  if (/^(?:https?|ftp):$/.test(url.protocol)) return onTheWeb(href, url)
  return /^(?:mailto|tel):$/.test(url.protocol) ? other(href, url) : undefined
}

function onTheWeb(href: string, url: URL): string | undefined {
  const [, start = '', rest = ''] = /^([a-z]+:\/\/[^/?#]*)(.*)$/s.exec(plainWeb.test(href) ? href : url.href) ?? []
  return /^(?:[\w.-]+|\[[\da-f:]+\])(?::\d+)?$/.test(url.host) ? start + escaped(rest) : undefined
}

function other(href: string, url: URL): string | undefined {
  const [, start = '', rest = ''] = /^([a-z]+:)(.*)$/s.exec(plainOther.test(href) ? href : url.href) ?? []
  return /^[^#]/.test(rest) ? start + escaped(rest) : undefined
}

/** Escape what may not stand in a path, a query or a fragment; only the first `#` opens a fragment. */
function escaped(text: string): string {
  const [address = '', ...fragment] = text.split('#')
  const escape = (part: string) => part.replaceAll(/%(?![\dA-Fa-f]{2})|[^\w.~:/?@!$&'()*+,;=%-]/gu, encodeURIComponent)
  return fragment.length === 0 ? escape(address) : `${escape(address)}#${escape(fragment.join('#'))}`
}
