/** Who wrote a pamphlet and who did something else for it: an illustrator is no second author. */
import type {Author, Metadata} from './types.ts'
import {inLanguage} from './words.ts'
import {inRow} from './writing.ts'

/** How a part in the work is said, with `{}` for the names; `other`: for a part that has a MARC code and no form of its own. */
type Parts = {readonly editor: string; readonly translator: string; readonly illustrator: string; readonly other: string}

const english: Parts = {editor: 'Edited by {}', translator: 'Translated by {}', illustrator: 'Illustrated by {}', other: '{role}: {}'}

/** Where names would have to be inflected, or no form is the usual one, a noun and a colon. */
const parts: Readonly<Record<string, Parts>> = {
  en: english,
  es: {editor: 'Edición de {}', translator: 'Traducción de {}', illustrator: 'Ilustraciones de {}', other: '{role}: {}'},
  fr: {editor: 'Sous la direction de {}', translator: 'Traduction\u00A0: {}', illustrator: 'Illustrations\u00A0: {}', other: '{role}\u00A0: {}'},
  de: {editor: 'Herausgegeben von {}', translator: 'Übersetzt von {}', illustrator: 'Illustriert von {}', other: '{role}: {}'},
  it: {editor: 'A cura di {}', translator: 'Traduzione di {}', illustrator: 'Illustrazioni di {}', other: '{role}: {}'},
  pt: {editor: 'Organização de {}', translator: 'Tradução de {}', illustrator: 'Ilustrações de {}', other: '{role}: {}'},
  ru: {editor: 'Редактор: {}', translator: 'Перевод: {}', illustrator: 'Иллюстрации: {}', other: '{role}: {}'},
  uk: {editor: 'Редактор: {}', translator: 'Переклад: {}', illustrator: 'Ілюстрації: {}', other: '{role}: {}'},
  pl: {editor: 'Redakcja: {}', translator: 'Przekład: {}', illustrator: 'Ilustracje: {}', other: '{role}: {}'},
  el: {editor: 'Επιμέλεια: {}', translator: 'Μετάφραση: {}', illustrator: 'Εικονογράφηση: {}', other: '{role}: {}'},
  tr: {editor: 'Yayına hazırlayan: {}', translator: 'Çeviren: {}', illustrator: 'Resimleyen: {}', other: '{role}: {}'},
  nl: {editor: 'Onder redactie van {}', translator: 'Vertaald door {}', illustrator: 'Geïllustreerd door {}', other: '{role}: {}'},
  he: {editor: 'עריכה: {}', translator: 'תרגום: {}', illustrator: 'איורים: {}', other: '{role}: {}'},
  ar: {editor: 'تحرير: {}', translator: 'ترجمة: {}', illustrator: 'رسوم: {}', other: '{role}: {}'},
  fa: {editor: 'ویرایش: {}', translator: 'ترجمه: {}', illustrator: 'تصویرگری: {}', other: '{role}: {}'},
  ja: {editor: '編集：{}', translator: '翻訳：{}', illustrator: '挿絵：{}', other: '{role}：{}'},
  zh: {editor: '编辑：{}', translator: '翻译：{}', illustrator: '插图：{}', other: '{role}：{}'},
  'zh-hant': {editor: '編輯：{}', translator: '翻譯：{}', illustrator: '插圖：{}', other: '{role}：{}'},
  ko: {editor: '엮은이: {}', translator: '옮긴이: {}', illustrator: '그린이: {}', other: '{role}: {}'}
}

/** MARC's codes for relators (id.loc.gov/vocabulary/relators) of the parts that authors name by a word. */
const codes: ReadonlyMap<string, string> = new Map(Object.entries({
  author: 'aut', writer: 'aut', editor: 'edt', translator: 'trl', illustrator: 'ill', photographer: 'pht', artist: 'art', cartographer: 'ctg', engraver: 'egr',
  compiler: 'com', contributor: 'ctb', designer: 'dsr', 'book designer': 'bkd', 'cover designer': 'cov', printer: 'prt', proofreader: 'pfr', annotator: 'ann', composer: 'cmp'
}))

/** The MARC code of a person's part, `aut` where none is named; undefined where the part is in the author's own words. */
export function roleCode({role = ''}: Author): string | undefined {
  const word = role.trim().toLowerCase()
  if (word === '') return 'aut'
  return codes.get(word) ?? (/^[a-z]{3}$/.test(word) ? word : undefined)
}

/** No space parts the words of these scripts, or stands behind a wide colon or an apostrophe. */
const isSpaceless = /[\p{scx=Han}\p{scx=Kana}：’']$/u

/** Tell whether a person wrote the pamphlet. */
export function isWriter(author: Author): boolean {
  return roleCode(author) === 'aut'
}

/** The names of those who wrote it, in their order. */
export function writers({authors}: Pick<Metadata, 'authors'>): readonly string[] {
  return authors.filter(isWriter).map(({name}) => name)
}

/** The same in one line, with the commas of the pamphlet's language. */
export function writersInLine(metadata: Pick<Metadata, 'authors' | 'lang'>): string {
  return inRow(writers(metadata), metadata.lang)
}

/** What others did for it, a line for each part, in the pamphlet's language: `Illustrated by Bo Type`. */
export function contributions({authors, lang}: Pick<Metadata, 'authors' | 'lang'>): readonly string[] {
  const words = inLanguage(parts, lang) ?? english
  const groups = Map.groupBy(authors.filter(author => !isWriter(author)), author => roleCode(author) ?? author.role)
  return [...groups.values()].map(group => {
    const form = group[0] ? formOf(group[0], words) : words.other
    return form.replace('{}', () => inRow(group.map(({name}) => name), lang))
  })
}

function formOf(author: Author, words: Parts): string {
  const code = roleCode(author)
  if (code === 'edt') return words.editor
  if (code === 'trl') return words.translator
  if (code === 'ill') return words.illustrator
  if (code === undefined) return asWritten(author)
  return words.other.replace('{role}', () => capitalised(roleWord(author)))
}

/** The author's own words keep their case and their stops, and their grammar leads on to the name: `herausgegeben von der {}`. */
function asWritten({role = ''}: Author): string {
  const word = role.trim()
  return isSpaceless.test(word) ? `${word}{}` : `${word} {}`
}

/** A person's part as a word: a code of three letters says nothing to a reader. */
export function roleWord({role = ''}: Author): string {
  const word = role.trim()
  const [known] = [...codes].find(([, code]) => code === word.toLowerCase()) ?? []
  return known ?? word
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
