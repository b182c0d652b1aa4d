/** The words that only the EPUB sets, in the pamphlet's language. */

export type EpubWords = {
  readonly halfTitle: string
  readonly pages: string
  readonly colophon: string
  /** In front of the names of the typefaces. */
  readonly typefaces: string
  readonly edition: string
  /** In front of the name of the edition that the page numbers come from. */
  readonly pageNumbers: string
}

const english: EpubWords = {halfTitle: 'Half title', pages: 'Pages', colophon: 'Colophon', typefaces: 'Embedded typefaces', edition: 'EPUB edition', pageNumbers: 'Page numbers as in'}

const words: Readonly<Record<string, EpubWords>> = {
  en: english,
  es: {halfTitle: 'Portadilla', pages: 'Páginas', colophon: 'Colofón', typefaces: 'Tipos de letra incluidos', edition: 'Edición EPUB', pageNumbers: 'Números de página según'},
  fr: {halfTitle: 'Faux-titre', pages: 'Pages', colophon: 'Colophon', typefaces: 'Caractères inclus', edition: 'Édition EPUB', pageNumbers: 'Numéros de page d’après'},
  de: {halfTitle: 'Schmutztitel', pages: 'Seiten', colophon: 'Kolophon', typefaces: 'Enthaltene Schriften', edition: 'EPUB-Ausgabe', pageNumbers: 'Seitenzahlen nach'},
  it: {halfTitle: 'Occhiello', pages: 'Pagine', colophon: 'Nota tipografica', typefaces: 'Caratteri inclusi', edition: 'Edizione EPUB', pageNumbers: 'Numeri di pagina secondo'},
  pt: {halfTitle: 'Falsa folha de rosto', pages: 'Páginas', colophon: 'Colofão', typefaces: 'Tipos de letra incluídos', edition: 'Edição EPUB', pageNumbers: 'Números de página segundo'},
  ru: {halfTitle: 'Шмуцтитул', pages: 'Страницы', colophon: 'Колофон', typefaces: 'Встроенные шрифты', edition: 'Издание EPUB', pageNumbers: 'Номера страниц по изданию'}
}

/** The words for a BCP 47 language, English where the language is not known. */
export function epubWordsFor(lang: string): EpubWords {
  return words[lang.toLowerCase().split('-')[0] ?? ''] ?? english
}
