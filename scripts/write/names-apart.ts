/** Names for what was made of files from anywhere: two of them may be called the same, and a name may hold anything. */

/** A file's name without its extension, and the extension, which tells it from another of that name. */
export type Called = {readonly name: string; readonly kind?: string | undefined}

/** Give each a plain name of its own: the one it has, else with its kind behind it, else with a number. */
export function namesApart(called: readonly Called[]): readonly string[] {
  const taken = new Set<string>()
  return called.map(({name, kind}) => {
    const base = plainName(name)
    const candidates = [base, ...(kind === undefined ? [] : [`${base}-${kind}`]), ...called.map((_, index) => `${base}-${index + 2}`)]
    const own = candidates.find(each => !taken.has(key(each))) ?? base
    taken.add(key(own))
    return own
  })
}

/** As a file system compares names that knows no capitals. */
function key(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

function plainName(name: string): string {
  const plain = name.toWellFormed().replace(/[/\\:*?"<>|\p{Cc}]/gu, '-').replace(/^[. ]+|[. ]+$/g, '')
  return plain === '' ? 'file' : Array.from(plain).slice(0, 40).join('')
}
