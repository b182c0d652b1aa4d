/** Which of the lines above a text is a title, and which goes on below it as the subtitle: only their shapes say so. */

/** Words that stand small in a title whose other words have capitals. */
const small = /^(?:with|from|into|over|than|that|upon|about|after|before|between|through|under|against|without)$/

/** What many a subtitle begins with, and few titles. */
const opener = /^(?:how|why|an?|notes on|ein|eine|wie|warum|une?|comment|pourquoi|un|una|cómo|por qué|come|perché|uma?|por que|een|hoe|waarom|как|почему)\s/iu

/** Tell a line that goes on with a title from the first of its subtitle. */
export function beginsSubtitle(above: string, line: string): boolean {
  if (!/^["“„«‘'’(]?[\p{Lu}\p{Lo}\d]/u.test(line) || isUnfinished(above)) return false
  return opener.test(line) || isSentence(line) || isCapitals(above) !== isCapitals(line) || line.length > 1.3 * above.length
}

/** Tell whether the second of two blocks is the first one's subtitle; else the first is a masthead above the title. */
export function isSubtitleOf(first: string, second: string): boolean {
  const signs = [opener.test(second), isSentence(second), first.split(/\s+/).length >= 4, isCapitals(first) && !isCapitals(second)]
  return signs.filter(sign => sign).length >= 2
}

/** A title that was broken ends with a small word or a comma; what holds no word is none yet. */
function isUnfinished(line: string): boolean {
  return /(?:^|\s)\p{Ll}{1,3}$|[,–—-]$/u.test(line) || !/\p{L}/u.test(line)
}

/** Words below the first stand in small letters, and not only those that do so in a title. */
function isSentence(line: string): boolean {
  return line.split(/\s+/).slice(1).some(word => /^\p{Ll}{4,}/u.test(word) && !small.test(word))
}

/** Tell a line that is written in capitals. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)
}
