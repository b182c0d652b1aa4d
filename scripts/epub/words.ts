/** The words that only the EPUB sets, in the pamphlet's language. */
import {inLanguage, wordsFor} from '../words.ts'

export type EpubWords = {
  readonly halfTitle: string
  readonly pages: string
  readonly colophon: string
  /** In front of the names of the typefaces. */
  readonly typefaces: string
  readonly edition: string
  readonly printEdition: string
  /** In front of the name of the edition that the page numbers come from. */
  readonly pageNumbers: string
}

const english: EpubWords = {halfTitle: 'Half title', pages: 'Pages', colophon: 'Colophon', typefaces: 'Embedded typefaces', edition: 'EPUB edition', printEdition: 'Print edition', pageNumbers: 'Page numbers as in'}

const words: Readonly<Record<string, EpubWords>> = {
  en: english,
  es: {halfTitle: 'Portadilla', pages: 'Páginas', colophon: 'Colofón', typefaces: 'Tipos de letra incluidos', edition: 'Edición EPUB', printEdition: 'Edición impresa', pageNumbers: 'Números de página según'},
  fr: {halfTitle: 'Faux-titre', pages: 'Pages', colophon: 'Colophon', typefaces: 'Caractères inclus', edition: 'Édition EPUB', printEdition: 'Édition imprimée', pageNumbers: 'Numéros de page d’après'},
  de: {halfTitle: 'Schmutztitel', pages: 'Seiten', colophon: 'Kolophon', typefaces: 'Enthaltene Schriften', edition: 'EPUB-Ausgabe', printEdition: 'Druckausgabe', pageNumbers: 'Seitenzahlen nach'},
  it: {halfTitle: 'Occhiello', pages: 'Pagine', colophon: 'Nota tipografica', typefaces: 'Caratteri inclusi', edition: 'Edizione EPUB', printEdition: 'Edizione a stampa', pageNumbers: 'Numeri di pagina secondo'},
  pt: {halfTitle: 'Falsa folha de rosto', pages: 'Páginas', colophon: 'Colofão', typefaces: 'Tipos de letra incluídos', edition: 'Edição EPUB', printEdition: 'Edição impressa', pageNumbers: 'Números de página segundo'},
  ru: {halfTitle: 'Шмуцтитул', pages: 'Страницы', colophon: 'Колофон', typefaces: 'Встроенные шрифты', edition: 'Издание EPUB', printEdition: 'Печатное издание', pageNumbers: 'Номера страниц по изданию'},
  uk: {halfTitle: 'Шмуцтитул', pages: 'Сторінки', colophon: 'Колофон', typefaces: 'Вбудовані шрифти', edition: 'Видання EPUB', printEdition: 'Друковане видання', pageNumbers: 'Номери сторінок за виданням'},
  pl: {halfTitle: 'Przedtytuł', pages: 'Strony', colophon: 'Kolofon', typefaces: 'Osadzone kroje pisma', edition: 'Wydanie EPUB', printEdition: 'Wydanie drukowane', pageNumbers: 'Numery stron według'},
  el: {halfTitle: 'Ψευδότιτλος', pages: 'Σελίδες', colophon: 'Κολοφώνας', typefaces: 'Ενσωματωμένες γραμματοσειρές', edition: 'Έκδοση EPUB', printEdition: 'Έντυπη έκδοση', pageNumbers: 'Αριθμοί σελίδων κατά'},
  tr: {halfTitle: 'Yarım başlık', pages: 'Sayfalar', colophon: 'Kolofon', typefaces: 'Gömülü yazı tipleri', edition: 'EPUB sürümü', printEdition: 'Basılı sürüm', pageNumbers: 'Sayfa numaralarının kaynağı'},
  nl: {halfTitle: 'Franse titel', pages: 'Pagina’s', colophon: 'Over deze uitgave', typefaces: 'Ingesloten lettertypen', edition: 'EPUB-uitgave', printEdition: 'Gedrukte uitgave', pageNumbers: 'Paginanummers volgens'},
  he: {halfTitle: 'חצי שער', pages: 'עמודים', colophon: 'קולופון', typefaces: 'גופנים מוטמעים', edition: 'מהדורת EPUB', printEdition: 'מהדורה מודפסת', pageNumbers: 'מספרי העמודים לפי'},
  ar: {halfTitle: 'العنوان المختصر', pages: 'الصفحات', colophon: 'حرد المتن', typefaces: 'الخطوط المضمّنة', edition: 'إصدار EPUB', printEdition: 'الإصدار المطبوع', pageNumbers: 'أرقام الصفحات بحسب'},
  fa: {halfTitle: 'عنوان کوتاه', pages: 'صفحه‌ها', colophon: 'انجامه', typefaces: 'قلم‌های جاسازی‌شده', edition: 'نسخهٔ EPUB', printEdition: 'نسخهٔ چاپی', pageNumbers: 'شمارهٔ صفحه‌ها بر پایهٔ'},
  ja: {halfTitle: '前扉', pages: 'ページ', colophon: '電子版について', typefaces: '埋め込みフォント', edition: 'EPUB版', printEdition: '印刷版', pageNumbers: 'ページ番号の典拠'},
  zh: {halfTitle: '半书名页', pages: '页码', colophon: '电子版说明', typefaces: '内嵌字体', edition: 'EPUB 版', printEdition: '印刷版', pageNumbers: '页码依据'},
  'zh-hant': {halfTitle: '半書名頁', pages: '頁碼', colophon: '電子版說明', typefaces: '內嵌字型', edition: 'EPUB 版', printEdition: '印刷版', pageNumbers: '頁碼依據'},
  ko: {halfTitle: '약표제', pages: '쪽', colophon: '전자책 정보', typefaces: '포함된 글꼴', edition: 'EPUB판', printEdition: '인쇄판', pageNumbers: '쪽 번호 기준'}
}

/** The words for a BCP 47 language: with its script where they differ there, English where it is not known. */
export function epubWordsFor(lang: string): EpubWords {
  return inLanguage(words, lang) ?? english
}

/** How many pages an edition has, as catalogues say it (ISBD, area 5): `20 pp.` in English, elsewhere with the language's sign for a page. */
export function extent(count: number, lang: string): string {
  const isEnglish = epubWordsFor(lang) === english
  return `${count} ${isEnglish && count > 1 ? 'pp.' : wordsFor(lang).pageShort}`
}
