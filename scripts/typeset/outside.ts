/** Addresses in a style sheet: what it holds itself, and what lies outside it. */

/** Tell whether an address leads outside, be it through a drawing that the style sheet holds and that names a file or runs. */
export function isOutside(address: string): boolean {
  return !/^\s*(?:data:|#|$)/i.test(address) || holdsOutside(address.trim())
}

/** Tell whether an address holds a drawing that is not whole by itself. */
export function holdsOutside(address: string): boolean {
  const [, type = '', encoding = '', body = ''] = /^data:([^;,]*)((?:;[^;,]*)*),([^]*)$/i.exec(address) ?? []
  if (!/svg|xml|html/i.test(type)) return false
  const text = decoded(body, /;\s*base64\s*$/i.test(encoding))
  return text === undefined || outsideIn.test(text.replaceAll(/\sxmlns(?::\w+)?\s*=\s*(?:"[^"]*"|'[^']*')/g, ''))
}

/** What a drawing would load or run; a reference inside it begins with `#`, a picture in it may be one of dots. */
const outsideIn = /<(?:script|foreignObject|iframe|!ENTITY|!DOCTYPE|\?xml-stylesheet)|@import|\\[0-9a-f]|\s(?:to|from|by|values)\s*=\s*["']?\s*(?:\w+:)?\/\/|\son\w+\s*=|(?:href|src)\s*=\s*(?!["']?\s*(?:#|data:image\/(?:png|jpeg|gif|webp)[;,]))|url\(\s*(?!["']?\s*(?:#|data:image\/(?:png|jpeg|gif|webp)[;,]|data:font\/))/i

/** The text of an address; undefined where it cannot be read. */
function decoded(body: string, isBase64: boolean): string | undefined {
  try {
    const text = decodeURIComponent(body.replaceAll(/%(?![0-9a-f]{2})/gi, '%25'))
    return withoutReferences(isBase64 ? Buffer.from(text, 'base64').toString('utf8') : text)
  } catch {
    return undefined
  }
}

/** A letter may be written as its number. */
function withoutReferences(text: string): string {
  return text.replaceAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
