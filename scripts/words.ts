/** The words that the program itself sets on a page, in the pamphlet's language. */
import {scriptOf} from './writing.ts'

/** `pageNumber`: the word before the number of a page in the middle of a sentence, or with `{}` what stands around it; `pageShort`: its abbreviation. */
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
  readonly figures: string
  readonly index: string
  readonly pageNumber: string
  readonly pageShort: string
  readonly see: string
  readonly seeAlso: string
  readonly continued: string
  readonly price: string
  readonly webEdition: string
  /** What the box of a task says, ticked and not. */
  readonly done: string
  readonly toDo: string
}

const english: Words = {contents: 'Contents', notes: 'Notes', note: 'Note', backToText: 'Back to the text', cover: 'Cover', backCover: 'Back cover', titlePage: 'Title page', imprint: 'Imprint', startOfText: 'Start of text', page: 'Page', figures: 'Figures', index: 'Index', pageNumber: 'page', pageShort: 'p.', see: 'see', seeAlso: 'see also', continued: 'continued', price: 'Price', webEdition: 'On the web', done: 'done', toDo: 'to do'}

const words: Readonly<Record<string, Words>> = {
  en: english,
  es: {contents: 'Índice', notes: 'Notas', note: 'Nota', backToText: 'Volver al texto', cover: 'Cubierta', backCover: 'Contracubierta', titlePage: 'Portada', imprint: 'Créditos', startOfText: 'Comienzo del texto', page: 'Página', figures: 'Figuras', index: 'Índice alfabético', pageNumber: 'página', pageShort: 'p.', see: 'véase', seeAlso: 'véase también', continued: 'continuación', price: 'Precio', webEdition: 'En la web', done: 'hecho', toDo: 'por hacer'},
  fr: {contents: 'Table des matières', notes: 'Notes', note: 'Note', backToText: 'Retour au texte', cover: 'Couverture', backCover: 'Quatrième de couverture', titlePage: 'Page de titre', imprint: 'Mentions légales', startOfText: 'Début du texte', page: 'Page', figures: 'Figures', index: 'Index', pageNumber: 'page', pageShort: 'p.', see: 'voir', seeAlso: 'voir aussi', continued: 'suite', price: 'Prix', webEdition: 'Sur le web', done: 'fait', toDo: 'à faire'},
  de: {contents: 'Inhalt', notes: 'Anmerkungen', note: 'Anmerkung', backToText: 'Zurück zum Text', cover: 'Umschlag', backCover: 'Rückseite', titlePage: 'Titelseite', imprint: 'Impressum', startOfText: 'Textbeginn', page: 'Seite', figures: 'Abbildungen', index: 'Register', pageNumber: 'Seite', pageShort: 'S.', see: 'siehe', seeAlso: 'siehe auch', continued: 'Fortsetzung', price: 'Preis', webEdition: 'Im Netz', done: 'erledigt', toDo: 'offen'},
  it: {contents: 'Indice', notes: 'Note', note: 'Nota', backToText: 'Torna al testo', cover: 'Copertina', backCover: 'Quarta di copertina', titlePage: 'Frontespizio', imprint: 'Colophon', startOfText: 'Inizio del testo', page: 'Pagina', figures: 'Figure', index: 'Indice analitico', pageNumber: 'pagina', pageShort: 'p.', see: 'vedi', seeAlso: 'vedi anche', continued: 'segue', price: 'Prezzo', webEdition: 'Sul web', done: 'fatto', toDo: 'da fare'},
  pt: {contents: 'Sumário', notes: 'Notas', note: 'Nota', backToText: 'Voltar ao texto', cover: 'Capa', backCover: 'Quarta capa', titlePage: 'Folha de rosto', imprint: 'Créditos', startOfText: 'Início do texto', page: 'Página', figures: 'Figuras', index: 'Índice remissivo', pageNumber: 'página', pageShort: 'p.', see: 'ver', seeAlso: 'ver também', continued: 'continuação', price: 'Preço', webEdition: 'Na internet', done: 'feito', toDo: 'por fazer'},
  'pt-pt': {contents: 'Índice', notes: 'Notas', note: 'Nota', backToText: 'Voltar ao texto', cover: 'Capa', backCover: 'Contracapa', titlePage: 'Folha de rosto', imprint: 'Ficha técnica', startOfText: 'Início do texto', page: 'Página', figures: 'Figuras', index: 'Índice remissivo', pageNumber: 'página', pageShort: 'p.', see: 'ver', seeAlso: 'ver também', continued: 'continuação', price: 'Preço', webEdition: 'Na internet', done: 'feito', toDo: 'por fazer'},
  ru: {contents: 'Содержание', notes: 'Примечания', note: 'Примечание', backToText: 'Вернуться к тексту', cover: 'Обложка', backCover: 'Задняя сторона обложки', titlePage: 'Титульный лист', imprint: 'Выходные данные', startOfText: 'Начало текста', page: 'Страница', figures: 'Рисунки', index: 'Указатель', pageNumber: 'с.', pageShort: 'с.', see: 'см.', seeAlso: 'см. также', continued: 'продолжение', price: 'Цена', webEdition: 'В интернете', done: 'сделано', toDo: 'не сделано'},
  uk: {contents: 'Зміст', notes: 'Примітки', note: 'Примітка', backToText: 'Повернутися до тексту', cover: 'Обкладинка', backCover: 'Задня сторона обкладинки', titlePage: 'Титульний аркуш', imprint: 'Вихідні відомості', startOfText: 'Початок тексту', page: 'Сторінка', figures: 'Рисунки', index: 'Покажчик', pageNumber: 'с.', pageShort: 'с.', see: 'див.', seeAlso: 'див. також', continued: 'продовження', price: 'Ціна', webEdition: 'В інтернеті', done: 'зроблено', toDo: 'не зроблено'},
  pl: {contents: 'Spis treści', notes: 'Przypisy', note: 'Przypis', backToText: 'Powrót do tekstu', cover: 'Okładka', backCover: 'Czwarta strona okładki', titlePage: 'Strona tytułowa', imprint: 'Strona redakcyjna', startOfText: 'Początek tekstu', page: 'Strona', figures: 'Rysunki', index: 'Indeks', pageNumber: 's.', pageShort: 's.', see: 'zob.', seeAlso: 'zob. też', continued: 'ciąg dalszy', price: 'Cena', webEdition: 'W internecie', done: 'zrobione', toDo: 'do zrobienia'},
  el: {contents: 'Περιεχόμενα', notes: 'Σημειώσεις', note: 'Σημείωση', backToText: 'Επιστροφή στο κείμενο', cover: 'Εξώφυλλο', backCover: 'Οπισθόφυλλο', titlePage: 'Σελίδα τίτλου', imprint: 'Στοιχεία έκδοσης', startOfText: 'Αρχή του κειμένου', page: 'Σελίδα', figures: 'Εικόνες', index: 'Ευρετήριο', pageNumber: 'σ.', pageShort: 'σ.', see: 'βλ.', seeAlso: 'βλ. επίσης', continued: 'συνέχεια', price: 'Τιμή', webEdition: 'Στο διαδίκτυο', done: 'έγινε', toDo: 'εκκρεμεί'},
  tr: {contents: 'İçindekiler', notes: 'Notlar', note: 'Not', backToText: 'Metne dön', cover: 'Kapak', backCover: 'Arka kapak', titlePage: 'İç kapak', imprint: 'Künye', startOfText: 'Metnin başlangıcı', page: 'Sayfa', figures: 'Şekiller', index: 'Dizin', pageNumber: 's.', pageShort: 's.', see: 'bkz.', seeAlso: 'ayrıca bkz.', continued: 'devamı', price: 'Fiyatı', webEdition: 'İnternette', done: 'yapıldı', toDo: 'yapılacak'},
  nl: {contents: 'Inhoud', notes: 'Noten', note: 'Noot', backToText: 'Terug naar de tekst', cover: 'Omslag', backCover: 'Achterplat', titlePage: 'Titelpagina', imprint: 'Colofon', startOfText: 'Begin van de tekst', page: 'Pagina', figures: 'Afbeeldingen', index: 'Register', pageNumber: 'pagina', pageShort: 'p.', see: 'zie', seeAlso: 'zie ook', continued: 'vervolg', price: 'Prijs', webEdition: 'Op internet', done: 'gedaan', toDo: 'te doen'},
  he: {contents: 'תוכן העניינים', notes: 'הערות', note: 'הערה', backToText: 'חזרה לטקסט', cover: 'כריכה', backCover: 'כריכה אחורית', titlePage: 'שער', imprint: 'פרטי ההוצאה', startOfText: 'תחילת הטקסט', page: 'עמוד', figures: 'איורים', index: 'מפתח', pageNumber: 'עמוד', pageShort: 'עמ׳', see: 'ראו', seeAlso: 'ראו גם', continued: 'המשך', price: 'מחיר', webEdition: 'ברשת', done: 'בוצע', toDo: 'לביצוע'},
  ar: {contents: 'المحتويات', notes: 'الهوامش', note: 'هامش', backToText: 'العودة إلى النص', cover: 'الغلاف', backCover: 'الغلاف الخلفي', titlePage: 'صفحة العنوان', imprint: 'بيانات النشر', startOfText: 'بداية النص', page: 'صفحة', figures: 'الأشكال', index: 'الكشاف', pageNumber: 'صفحة', pageShort: 'ص', see: 'انظر', seeAlso: 'انظر أيضًا', continued: 'تتمة', price: 'السعر', webEdition: 'على الإنترنت', done: 'تم', toDo: 'لم يتم بعد'},
  fa: {contents: 'فهرست مطالب', notes: 'یادداشت‌ها', note: 'یادداشت', backToText: 'بازگشت به متن', cover: 'جلد', backCover: 'پشت جلد', titlePage: 'صفحهٔ عنوان', imprint: 'شناسنامه', startOfText: 'آغاز متن', page: 'صفحه', figures: 'شکل‌ها', index: 'نمایه', pageNumber: 'صفحهٔ', pageShort: 'ص', see: 'نگاه کنید به', seeAlso: 'نیز نگاه کنید به', continued: 'ادامه', price: 'بها', webEdition: 'در اینترنت', done: 'انجام‌شده', toDo: 'انجام‌نشده'},
  ja: {contents: '目次', notes: '注', note: '注', backToText: '本文に戻る', cover: '表紙', backCover: '裏表紙', titlePage: '扉', imprint: '奥付', startOfText: '本文', page: 'ページ', figures: '図版', index: '索引', pageNumber: '{}ページ', pageShort: 'p.', see: '→', seeAlso: '⇒', continued: '続き', price: '定価', webEdition: 'ウェブ版', done: '完了', toDo: '未完了'},
  zh: {contents: '目录', notes: '注释', note: '注', backToText: '返回正文', cover: '封面', backCover: '封底', titlePage: '扉页', imprint: '版权页', startOfText: '正文', page: '页', figures: '插图', index: '索引', pageNumber: '第{}页', pageShort: 'p.', see: '见', seeAlso: '另见', continued: '续', price: '定价', webEdition: '网络版', done: '已完成', toDo: '未完成'},
  'zh-hant': {contents: '目錄', notes: '註釋', note: '註', backToText: '返回正文', cover: '封面', backCover: '封底', titlePage: '扉頁', imprint: '版權頁', startOfText: '正文', page: '頁', figures: '插圖', index: '索引', pageNumber: '第{}頁', pageShort: 'p.', see: '見', seeAlso: '另見', continued: '續', price: '定價', webEdition: '網路版', done: '已完成', toDo: '未完成'},
  ko: {contents: '차례', notes: '주', note: '주', backToText: '본문으로 돌아가기', cover: '표지', backCover: '뒤표지', titlePage: '속표지', imprint: '판권', startOfText: '본문 시작', page: '쪽', figures: '그림', index: '찾아보기', pageNumber: '{}쪽', pageShort: 'p.', see: '→', seeAlso: '⇒', continued: '이어서', price: '값', webEdition: '웹에서', done: '완료', toDo: '미완료'}
}

/** The words for a BCP 47 language: with its script or region where they differ there, English where it is not known. */
export function wordsFor(lang: string): Words {
  return inLanguage(words, lang) ?? english
}

/** What a table holds for a BCP 47 language: under its whole tag, under its script, else under the language alone. */
export function inLanguage<Row>(table: Readonly<Record<string, Row>>, lang: string): Row | undefined {
  const tag = lang.toLowerCase()
  const [primary = ''] = tag.split(/[-_]/)
  const named = [tag, `${primary}-${scriptOf(lang) ?? ''}`, primary].find(key => Object.hasOwn(table, key))
  return named === undefined ? undefined : table[named]
}

/** The languages that have words of their own, as BCP 47 tags in lower case. */
export const wordLanguages: readonly string[] = Object.keys(words)
