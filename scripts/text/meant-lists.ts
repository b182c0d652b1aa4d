/** Lists that Markdown does not read as such: with a sign of a word processor, or without the space behind a sign. */

/** What each line begins with, in the words of a message, and what makes a list of the lines. */
export type MeantList = {readonly typed: string; readonly remedy: string}

/** How each line of a list begins; what is captured is the same on all of them. */
const kinds: readonly {readonly line: RegExp; readonly meant: (sign: string) => MeantList}[] = [
  // A sign that no sentence begins with, or a dash, which people who speak begin with: they too have lines of their own.
  {line: /^([•·‣▪●○◦■□–—])[ \t\u00A0]/u, meant: sign => ({typed: `\`${sign}\``, remedy: `Write \`- \` for \`${sign}\` at the beginning of each${/[–—]/.test(sign) ? ', or an empty line between them where people speak' : ''}.`})},
  {line: /^([•·‣▪●○◦■□–—])(?=[\p{L}\p{N}"“„«])/u, meant: sign => ({typed: `\`${sign}\``, remedy: `Write \`- \`, with a space, for \`${sign}\` at the beginning of each.`})},
  // A second star ends what the first one stresses.
  {line: /^([-+*])(?=\p{L})(?![^*]*\*(?!\p{L}))/u, meant: sign => ({typed: `\`${sign}\` without a space`, remedy: `Write a space behind each \`${sign}\`.`})},
  {line: /^\d{1,3}([.)])(?=\p{L})/u, meant: sign => ({typed: `a number and \`${sign}\` without a space`, remedy: 'Write a space behind each number.'})},
  {line: /^\(?[a-z](\)|\.)[ \t]/u, meant: () => ({typed: 'a letter of a list', remedy: 'Write numbers, `1. `, for the letters, or an empty line between the lines.'})}
]

/** What list the lines of a paragraph are meant as; undefined where they are none. */
export function listMeant(lines: readonly string[]): MeantList | undefined {
  for (const {line, meant} of kinds) {
    const signs = new Set(lines.map(text => line.exec(text)?.[1]))
    const [sign] = signs
    if (signs.size === 1 && sign !== undefined) return meant(sign)
  }
  return undefined
}
