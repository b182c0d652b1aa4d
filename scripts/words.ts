/** The words that the program itself sets on a page, in the pamphlet's language. */

type TextWords = {
  readonly contents: string
  readonly notes: string
  readonly note: string
  readonly backToText: string
  readonly cover: string
  readonly backCover: string
  readonly titlePage: string
  readonly imprint: string
  readonly startOfText: string
  readonly page: string
  readonly price: string
  readonly webEdition: string
}

const english: TextWords = {contents: 'Contents', notes: 'Notes', note: 'Note', backToText: 'Back to the text', cover: 'Cover', backCover: 'Back cover', titlePage: 'Title page', imprint: 'Imprint', startOfText: 'Start of text', page: 'Page', price: 'Price', webEdition: 'On the web'}

const words: Readonly<Record<string, TextWords>> = {
  en: english,
  es: {contents: 'Índice', notes: 'Notas', note: 'Nota', backToText: 'Volver al texto', cover: 'Cubierta', backCover: 'Contracubierta', titlePage: 'Portada', imprint: 'Créditos', startOfText: 'Comienzo del texto', page: 'Página', price: 'Precio', webEdition: 'En la web'},
  fr: {contents: 'Table des matières', notes: 'Notes', note: 'Note', backToText: 'Retour au texte', cover: 'Couverture', backCover: 'Quatrième de couverture', titlePage: 'Page de titre', imprint: 'Mentions légales', startOfText: 'Début du texte', page: 'Page', price: 'Prix', webEdition: 'Sur le web'},
  de: {contents: 'Inhalt', notes: 'Anmerkungen', note: 'Anmerkung', backToText: 'Zurück zum Text', cover: 'Umschlag', backCover: 'Rückseite', titlePage: 'Titelseite', imprint: 'Impressum', startOfText: 'Textbeginn', page: 'Seite', price: 'Preis', webEdition: 'Im Netz'},
  it: {contents: 'Indice', notes: 'Note', note: 'Nota', backToText: 'Torna al testo', cover: 'Copertina', backCover: 'Quarta di copertina', titlePage: 'Frontespizio', imprint: 'Colophon', startOfText: 'Inizio del testo', page: 'Pagina', price: 'Prezzo', webEdition: 'Sul web'},
  pt: {contents: 'Índice', notes: 'Notas', note: 'Nota', backToText: 'Voltar ao texto', cover: 'Capa', backCover: 'Contracapa', titlePage: 'Folha de rosto', imprint: 'Ficha técnica', startOfText: 'Início do texto', page: 'Página', price: 'Preço', webEdition: 'Na web'},
  ru: {contents: 'Содержание', notes: 'Примечания', note: 'Примечание', backToText: 'Назад к тексту', cover: 'Обложка', backCover: 'Задняя обложка', titlePage: 'Титульный лист', imprint: 'Выходные данные', startOfText: 'Начало текста', page: 'Страница', price: 'Цена', webEdition: 'В сети'}
}

/** `pageNumber`: the word before a page's number, in the middle of a sentence. */
type ReferenceWords = {
  readonly pageNumber: string
  readonly index: string
  readonly see: string
  readonly seeAlso: string
  readonly continued: string
  readonly figures: string
}

const englishReferences: ReferenceWords = {pageNumber: 'page', index: 'Index', see: 'see', seeAlso: 'see also', continued: 'continued', figures: 'Figures'}

const referenceWords: Readonly<Record<string, ReferenceWords>> = {
  en: englishReferences,
  es: {pageNumber: 'página', index: 'Índice alfabético', see: 'véase', seeAlso: 'véase también', continued: 'continuación', figures: 'Ilustraciones'},
  fr: {pageNumber: 'page', index: 'Index', see: 'voir', seeAlso: 'voir aussi', continued: 'suite', figures: 'Illustrations'},
  de: {pageNumber: 'Seite', index: 'Register', see: 'siehe', seeAlso: 'siehe auch', continued: 'Fortsetzung', figures: 'Abbildungen'},
  it: {pageNumber: 'pagina', index: 'Indice analitico', see: 'vedi', seeAlso: 'vedi anche', continued: 'segue', figures: 'Illustrazioni'},
  pt: {pageNumber: 'página', index: 'Índice remissivo', see: 'ver', seeAlso: 'ver também', continued: 'continuação', figures: 'Ilustrações'},
  ru: {pageNumber: 'с.', index: 'Указатель', see: 'см.', seeAlso: 'см. также', continued: 'продолжение', figures: 'Иллюстрации'}
}

export type Words = TextWords & ReferenceWords

/** The words for a BCP 47 language, English where the language is not known. */
export function wordsFor(lang: string): Words {
  const language = lang.toLowerCase().split('-')[0] ?? ''
  return {...words[language] ?? english, ...referenceWords[language] ?? englishReferences}
}
