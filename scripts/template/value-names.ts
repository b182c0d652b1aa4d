/** The names of what a theme's templates may place, for a check before anything is filled; tests hold them to the values. */

const everywhere = [
  'title', 'subtitle', 'authors', 'publisher', 'series', 'date', 'coverImage', 'dedication', 'epigraph', 'contentsWord', 'contents', 'figuresWord', 'imprint', 'text',
  'notesWord', 'notes', 'indexWord', 'index', 'skipWord', 'back', 'backText', 'backImage', 'backAddress', 'backPrice', 'link', 'linkText', 'linkWord', 'titleLines'
] as const

/** On paper. */
export const printValueNames: readonly string[] = [...everywhere, 'figures', 'linkCode']

/** On the web. */
export const webValueNames: readonly string[] = everywhere
