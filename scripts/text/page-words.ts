/** How authors write "page" before a number: whole, in the cases and the plural of their language, and short. */
import {inLanguage, wordsFor} from '../words.ts'

const latin = 'p. pp. p pp pg. pgs.'

const forms: Readonly<Record<string, string>> = {
  en: `page pages ${latin}`,
  fr: `page pages ${latin}`,
  es: `página páginas pág. págs. pag. ${latin}`,
  pt: `página páginas pág. págs. pag. ${latin}`,
  it: `pagina pagine pag. pagg. ${latin}`,
  nl: `pagina pagina's pagina’s bladzijde bladzijden bladzij blz. pag. ${latin}`,
  de: 'Seite Seiten S. Ss. p. pp.',
  ru: 'страница страницы странице страницу страницей страницею страниц страницам страницами страницах стр. с. сс.',
  uk: 'сторінка сторінки сторінці сторінку сторінкою сторінок сторінкам сторінками сторінках стор. с. сс.',
  pl: 'strona strony stronie stronę stroną stron stronom stronami stronach str. s. ss.',
  el: 'σελίδα σελίδας σελίδες σελίδων σελ. σ. σσ.',
  tr: 'sayfa sayfalar sf. s. ss.',
  he: 'עמוד בעמוד לעמוד מעמוד עמודים בעמודים עמ׳ עמ\'',
  ar: 'صفحة الصفحة صفحتي صفحات الصفحات ص. ص',
  fa: 'صفحه صفحهٔ صفحات ص. ص'
}

/** The words of a language at the end of a text (group 1), and a list that they begin (group 0): "pages 3, 5 and ". */
export type PageWords = {readonly atEnd: RegExp; readonly inList: RegExp; readonly single: string}

const conjunction = String.raw`(?:,|[,;]?\s+(?:\p{L}{1,4}|&)\s)`
const number = String.raw`\d{1,5}(?:\s?[–-]\s?\d{1,5})?`

/** The words of a BCP 47 language. `single`: the whole word, behind which one number stands. */
export function pageWords(lang: string): PageWords {
  const {page, pageNumber, pageShort} = wordsFor(lang)
  const written = (inLanguage(forms, lang) ?? 'p. pp.').split(' ')
  const known = [...new Set([...written, page, pageNumber, pageShort])].filter(name => !name.includes('{}'))
  const word = String.raw`(?<![\p{L}\p{N}])(${known.toSorted((a, b) => b.length - a.length).map(name => name.replaceAll('.', String.raw`\.`)).join('|')})`
  return {
    atEnd: new RegExp(String.raw`${word}[\s\u00A0]+$`, 'iu'),
    inList: new RegExp(String.raw`${word}[\s\u00A0]+(?:${number}${conjunction}\s*){0,20}${number}${conjunction}\s*$`, 'iu'),
    single: page.toLowerCase()
  }
}

/** Whether a text between two references only goes on with a list of them. */
export function goesOn(text: string): boolean {
  return new RegExp(String.raw`^(?:${conjunction}\s*|[–-])$`, 'u').test(text)
}
