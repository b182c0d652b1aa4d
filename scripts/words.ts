/** The words that the program itself sets on a page, in the pamphlet's language. */

export type Words = {
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

const english: Words = {contents: 'Contents', notes: 'Notes', note: 'Note', backToText: 'Back to the text', cover: 'Cover', backCover: 'Back cover', titlePage: 'Title page', imprint: 'Imprint', startOfText: 'Start of text', page: 'Page', price: 'Price', webEdition: 'On the web'}

const words: Readonly<Record<string, Words>> = {
  en: english,
  es: {contents: 'Índice', notes: 'Notas', note: 'Nota', backToText: 'Volver al texto', cover: 'Cubierta', backCover: 'Contracubierta', titlePage: 'Portada', imprint: 'Créditos', startOfText: 'Comienzo del texto', page: 'Página', price: 'Precio', webEdition: 'En la web'},
  fr: {contents: 'Table des matières', notes: 'Notes', note: 'Note', backToText: 'Retour au texte', cover: 'Couverture', backCover: 'Quatrième de couverture', titlePage: 'Page de titre', imprint: 'Mentions légales', startOfText: 'Début du texte', page: 'Page', price: 'Prix', webEdition: 'Sur le web'},
  de: {contents: 'Inhalt', notes: 'Anmerkungen', note: 'Anmerkung', backToText: 'Zurück zum Text', cover: 'Umschlag', backCover: 'Rückseite', titlePage: 'Titelseite', imprint: 'Impressum', startOfText: 'Textbeginn', page: 'Seite', price: 'Preis', webEdition: 'Im Netz'},
  it: {contents: 'Indice', notes: 'Note', note: 'Nota', backToText: 'Torna al testo', cover: 'Copertina', backCover: 'Quarta di copertina', titlePage: 'Frontespizio', imprint: 'Colophon', startOfText: 'Inizio del testo', page: 'Pagina', price: 'Prezzo', webEdition: 'Sul web'},
  pt: {contents: 'Índice', notes: 'Notas', note: 'Nota', backToText: 'Voltar ao texto', cover: 'Capa', backCover: 'Contracapa', titlePage: 'Folha de rosto', imprint: 'Ficha técnica', startOfText: 'Início do texto', page: 'Página', price: 'Preço', webEdition: 'Na web'},
  ru: {contents: 'Содержание', notes: 'Примечания', note: 'Примечание', backToText: 'Назад к тексту', cover: 'Обложка', backCover: 'Задняя обложка', titlePage: 'Титульный лист', imprint: 'Выходные данные', startOfText: 'Начало текста', page: 'Страница', price: 'Цена', webEdition: 'В сети'}
}

/** The words for a BCP 47 language, English where the language is not known. */
export function wordsFor(lang: string): Words {
  return words[lang.toLowerCase().split('-')[0] ?? ''] ?? english
}
