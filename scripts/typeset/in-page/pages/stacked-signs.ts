/** The signs between the cells of a row that is set as a list, by language. */

export type Signs = {
  /** Behind the name of a column. */
  readonly colon: string
  /** Between a name and what it names. */
  readonly space: string
  /** What parts a cell from the one before it, of which these are the words. */
  readonly between: (before: string) => string
}

/** What parts cells where it is not a semicolon: in Greek that is a question mark. */
const semicolons: Readonly<Record<string, string>> = {el: '\u00B7', ar: '\u061B', fa: '\u061B', fr: '\u202F;', ja: '；', zh: '；'}

/** Words that end so need no other sign; a short one before a full stop may be an abbreviation. */
const ended = /(?:[!?…;:。！？]|\p{L}{5,}\.)['”’»")\]]*$/u

/** The signs of a BCP 47 language. */
export function signsOf(lang: string): Signs {
  const [language = ''] = lang.toLowerCase().split('-')
  const isWide = language === 'ja' || language === 'zh'
  const space = isWide ? '' : ' '
  return {
    colon: isWide ? '：' : language === 'fr' ? '\u00A0:' : ':',
    space,
    between: before => `${ended.test(before) ? '' : semicolons[language] ?? ';'}${space}`
  }
}
