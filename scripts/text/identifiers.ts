/** Ids that are valid in HTML, XML and CSS alike, and unique in the whole pamphlet. */
import GithubSlugger from 'github-slugger'

/**
 * Make an author's id one that XML takes too: letters, digits, `_`, `.`, `-`, not starting with a digit.
 * The same text always gives the same id, so links and their targets stay together.
 */
export function safeId(text: string): string {
  const clean = text.trim().replaceAll(/[^\p{L}\p{N}\p{M}_.-]+/gu, '-')
  return /^[\p{L}_]/u.test(clean) ? clean : `s-${clean}`
}

/** Hands out ids for heads without one. Ids that authors chose are taken first, by `reserve`. */
export type Slugger = {readonly reserve: (id: string) => void; readonly slug: (text: string) => string}

/** Make a slugger; ids of the program's own (`note-1`, `pamphlet-notes` …) are never handed out. */
export function slugger(): Slugger {
  const taken = new Set<string>()
  const base = new GithubSlugger()
  return {
    reserve: id => void taken.add(id),
    slug: text => {
      // The loop ends: each turn of the base slugger gives a new text, and `taken` is finite.
      for (;;) {
        const id = safeId(base.slug(text) || 'section')
        if (!taken.has(id) && !isOwn(id)) return taken.add(id), id
      }
    }
  }
}

/** Tell whether an id has a form that the program uses itself. */
export function isOwn(id: string): boolean {
  return /^(?:noteref-\d+(?:-\d+)?|note-\d+|pamphlet-.*)$/.test(id)
}
