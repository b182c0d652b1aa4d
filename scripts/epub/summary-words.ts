/** How the EPUB says in a sentence or two what it offers to readers of every kind, in the pamphlet's language. */
import {inLanguage} from '../words.ts'

export type SummaryWords = {
  readonly text: string
  readonly heads: string
  readonly contents: string
  readonly pages: string
  /** Whole sentences: what is said of pictures. */
  readonly allDescribed: string
  readonly notAllDescribed: string
  /** What ends the first sentence, where that is no full stop and a space. */
  readonly stop?: string
}

const english: SummaryWords = {text: 'Reflowable text in reading order', heads: 'with structural headings', contents: 'with a linked table of contents', pages: 'with the page numbers of the printed edition', allDescribed: 'All images have alternative text.', notAllDescribed: 'Some images have no alternative text.'}

const words: Readonly<Record<string, SummaryWords>> = {
  en: english,
  es: {text: 'Texto adaptable en orden de lectura', heads: 'con encabezados estructurales', contents: 'con índice enlazado', pages: 'con los números de página de la edición impresa', allDescribed: 'Todas las imágenes tienen texto alternativo.', notAllDescribed: 'Algunas imágenes no tienen texto alternativo.'},
  fr: {text: 'Texte redistribuable dans l’ordre de lecture', heads: 'avec des titres structurés', contents: 'avec une table des matières liée', pages: 'avec les numéros de page de l’édition imprimée', allDescribed: 'Toutes les images ont un texte de remplacement.', notAllDescribed: 'Certaines images n’ont pas de texte de remplacement.'},
  de: {text: 'Umfließender Text in Lesereihenfolge', heads: 'mit gegliederten Überschriften', contents: 'mit verlinktem Inhaltsverzeichnis', pages: 'mit den Seitenzahlen der Druckausgabe', allDescribed: 'Alle Bilder haben einen Alternativtext.', notAllDescribed: 'Einige Bilder haben keinen Alternativtext.'},
  it: {text: 'Testo adattabile in ordine di lettura', heads: 'con titoli strutturati', contents: 'con indice collegato', pages: 'con i numeri di pagina dell’edizione a stampa', allDescribed: 'Tutte le immagini hanno un testo alternativo.', notAllDescribed: 'Alcune immagini non hanno un testo alternativo.'},
  pt: {text: 'Texto adaptável em ordem de leitura', heads: 'com títulos estruturados', contents: 'com sumário com ligações', pages: 'com os números de página da edição impressa', allDescribed: 'Todas as imagens têm texto alternativo.', notAllDescribed: 'Algumas imagens não têm texto alternativo.'},
  ru: {text: 'Перестраиваемый текст в порядке чтения', heads: 'со структурными заголовками', contents: 'с оглавлением со ссылками', pages: 'с номерами страниц печатного издания', allDescribed: 'У всех изображений есть текстовые описания.', notAllDescribed: 'У некоторых изображений нет текстовых описаний.'},
  uk: {text: 'Перебудовуваний текст у порядку читання', heads: 'зі структурними заголовками', contents: 'зі змістом із посиланнями', pages: 'з номерами сторінок друкованого видання', allDescribed: 'Усі зображення мають текстові описи.', notAllDescribed: 'Деякі зображення не мають текстових описів.'},
  pl: {text: 'Tekst płynny w kolejności czytania', heads: 'ze strukturą nagłówków', contents: 'ze spisem treści z odnośnikami', pages: 'z numerami stron wydania drukowanego', allDescribed: 'Wszystkie ilustracje mają tekst alternatywny.', notAllDescribed: 'Niektóre ilustracje nie mają tekstu alternatywnego.'},
  el: {text: 'Αναδιατασσόμενο κείμενο με σειρά ανάγνωσης', heads: 'με δομημένες επικεφαλίδες', contents: 'με πίνακα περιεχομένων με συνδέσμους', pages: 'με τους αριθμούς σελίδων της έντυπης έκδοσης', allDescribed: 'Όλες οι εικόνες έχουν εναλλακτικό κείμενο.', notAllDescribed: 'Ορισμένες εικόνες δεν έχουν εναλλακτικό κείμενο.'},
  tr: {text: 'Okuma sırasında yeniden akabilen metin', heads: 'yapılandırılmış başlıklarla', contents: 'bağlantılı içindekiler ile', pages: 'basılı sürümün sayfa numaralarıyla', allDescribed: 'Bütün görsellerin alternatif metni vardır.', notAllDescribed: 'Bazı görsellerin alternatif metni yoktur.'},
  nl: {text: 'Tekst die zich aanpast, in leesvolgorde', heads: 'met gestructureerde koppen', contents: 'met een inhoudsopgave met koppelingen', pages: 'met de paginanummers van de gedrukte uitgave', allDescribed: 'Alle afbeeldingen hebben een alternatieve tekst.', notAllDescribed: 'Sommige afbeeldingen hebben geen alternatieve tekst.'},
  he: {text: 'טקסט זורם בסדר הקריאה', heads: 'עם כותרות מובנות', contents: 'עם תוכן עניינים מקושר', pages: 'עם מספרי העמודים של המהדורה המודפסת', allDescribed: 'לכל התמונות יש טקסט חלופי.', notAllDescribed: 'לחלק מהתמונות אין טקסט חלופי.'},
  ar: {text: 'نص قابل لإعادة التدفق بترتيب القراءة', heads: 'مع عناوين مهيكلة', contents: 'مع قائمة محتويات ذات روابط', pages: 'مع أرقام صفحات الإصدار المطبوع', allDescribed: 'لكل الصور نص بديل.', notAllDescribed: 'ليس لبعض الصور نص بديل.'},
  fa: {text: 'متن روان به ترتیب خواندن', heads: 'با عنوان‌های ساختاریافته', contents: 'با فهرست مطالب پیونددار', pages: 'با شمارهٔ صفحه‌های نسخهٔ چاپی', allDescribed: 'همهٔ تصویرها متن جایگزین دارند.', notAllDescribed: 'برخی از تصویرها متن جایگزین ندارند.'},
  ja: {text: '読み上げ順に並んだリフロー型テキスト', heads: '見出し構造あり', contents: 'リンク付き目次あり', pages: '印刷版のページ番号あり', allDescribed: 'すべての画像に代替テキストがあります。', notAllDescribed: '一部の画像には代替テキストがありません。', stop: '。'},
  zh: {text: '按阅读顺序排列的可重排文本', heads: '带有层级标题', contents: '带有链接目录', pages: '带有印刷版页码', allDescribed: '所有图片均有替代文本。', notAllDescribed: '部分图片没有替代文本。', stop: '。'},
  'zh-hant': {text: '按閱讀順序排列的可重排文字', heads: '帶有層級標題', contents: '帶有連結目錄', pages: '帶有印刷版頁碼', allDescribed: '所有圖片均有替代文字。', notAllDescribed: '部分圖片沒有替代文字。', stop: '。'},
  ko: {text: '읽는 순서대로 배열된 리플로우 텍스트', heads: '구조화된 제목 포함', contents: '링크가 있는 차례 포함', pages: '인쇄판의 쪽 번호 포함', allDescribed: '모든 이미지에 대체 텍스트가 있습니다.', notAllDescribed: '일부 이미지에 대체 텍스트가 없습니다.'}
}

/** The words of the summary and the language that they are in: that of the pamphlet where it is known, else English. */
export function summaryWordsFor(lang: string): {readonly words: SummaryWords; readonly lang: string} {
  const own = inLanguage(words, lang)
  return own ? {words: own, lang} : {words: english, lang: 'en'}
}
