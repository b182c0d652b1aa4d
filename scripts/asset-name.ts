/** From a reference, as a file of the manuscript writes it, to the name of the asset that it means. Pure: no disk. */

/** What an address can mean. `name` is relative to the manuscript's folder, with forward slashes. */
export type Reference =
  | {readonly kind: 'asset'; readonly name: string}
  /** Above the manuscript's folder, an absolute path, or a `file:` address. */
  | {readonly kind: 'outside'}
  /** Another scheme or another host. */
  | {readonly kind: 'remote'}
  | {readonly kind: 'data'}
  /** A path with backslashes: it means folders on Windows only. */
  | {readonly kind: 'backslash'}
  | {readonly kind: 'empty'}

/** Turn a reference in a file into an asset's name; undefined where it cannot mean a file of the manuscript. */
export function assetName(fileName: string, url: string): string | undefined {
  const reference = resolveReference(fileName, url)
  return reference.kind === 'asset' ? reference.name : undefined
}

/**
 * Tell what a reference in a file means. `fileName` is relative to the manuscript's folder; `url` may be percent-encoded,
 * its query and its fragment do not count. The path is not looked up.
 */
export function resolveReference(fileName: string, url: string): Reference {
  const address = url.trim()
  const other = otherKind(address)
  if (other) return {kind: other}
  const path = decodePath(address.replace(/[?#].*$/s, ''))
  if (path === '') return {kind: 'empty'}
  if (path.includes('\\')) return {kind: 'backslash'}
  if (path.startsWith('/')) return {kind: 'outside'}
  const name = join([...fileName.split('/').slice(0, -1), ...path.split('/')])
  if (name === undefined) return {kind: 'outside'}
  return name === '' ? {kind: 'empty'} : {kind: 'asset', name}
}

/** Name the kind of an address that is no relative path. One letter before a colon is a drive of Windows, not a scheme. */
function otherKind(address: string): 'outside' | 'remote' | 'data' | undefined {
  if (/^(?:[a-z]:|file:)/i.test(address)) return 'outside'
  if (/^data:/i.test(address)) return 'data'
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address) ? 'remote' : undefined
}

/** Decode what is percent-encoded UTF-8 and leave everything else: `100%.png` is a name too. */
function decodePath(path: string): string {
  return path.replace(/(?:%[0-9a-f]{2})+/gi, encoded => {
    try {
      return decodeURIComponent(encoded)
    } catch {
      return encoded
    }
  })
}

/** Join segments; undefined where `..` leads above the first. */
function join(segments: readonly string[]): string | undefined {
  const joined: string[] = []
  for (const segment of segments) {
    if (segment === '..' && joined.pop() === undefined) return undefined
    if (segment !== '' && segment !== '.' && segment !== '..') joined.push(segment)
  }
  return joined.join('/')
}
