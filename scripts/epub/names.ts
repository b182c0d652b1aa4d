/** Names for files and ids that every reading system takes: ASCII, unique, the same on every run. */

/** Make a function that hands out names: the wanted one, or where it is taken, the wanted one with the next number. */
export function uniqueNames(): (wanted: string) => string {
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  return wanted => {
    let name = wanted
    // The loop ends: each turn tries a new number, and `taken` is finite.
    for (let count = counts.get(wanted) ?? 1; taken.has(name); name = `${wanted}-${count}`) counts.set(wanted, ++count)
    taken.add(name)
    return name
  }
}

/** Make the stem of a file name from a path: lower case, because some file systems tell no cases apart. */
export function stemOf(path: string): string {
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')
  const ascii = base.normalize('NFKD').replaceAll(/\p{M}+/gu, '').toLowerCase()
  return ascii.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 60) || 'image'
}

/** Tell whether an id is a name in XML, in ASCII: then no reader, checker or link can see it differently. */
export function isPlainId(id: string): boolean {
  return /^[A-Za-z_][\w.-]*$/.test(id)
}
