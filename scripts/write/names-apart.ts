/** Names for what was made of files from anywhere: two of them may be called the same, and a name may hold anything. */

/** A file's name without its extension, and the extension, which tells it from a pamphlet of that name. */
export type Called = {readonly name: string; readonly kind?: string | undefined}

/** With what is put behind it a name has to stay shorter than a file system takes. */
const longest = 160

/** Give each a plain name of its own: the one it has, with its kind behind it; where that is taken, with a number. */
export function namesApart(called: readonly Called[]): readonly string[] {
  const taken = new Set<string>()
  return called.map(({name, kind}) => {
    const base = [plainName(name), ...(kind === undefined ? [] : [kind])].join('-')
    const own = [base, ...called.map((_, index) => `${base}-${index + 2}`)].find(each => !taken.has(key(each))) ?? base
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
  return plain === '' ? 'file' : shortened(plain)
}

/** As much of a name as fits, in whole characters. */
function shortened(name: string): string {
  const characters = Array.from(name)
  const last = characters.findIndex((_, index) => Buffer.byteLength(characters.slice(0, index + 1).join('')) > longest)
  return last < 0 ? name : characters.slice(0, last).join('')
}
