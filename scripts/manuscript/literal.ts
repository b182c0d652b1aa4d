/** Words of the manuscript inside a message: short, on one line, and without characters that could steer a terminal. */

const maximumLength = 80

/** Set a value between backticks as a message shows it. */
export function literal(value: string): string {
  const characters = Array.from(value.slice(0, maximumLength * 2))
  const short = characters.length > maximumLength || value.length > maximumLength * 2
    ? `${characters.slice(0, maximumLength).join('')}…`
    : value
  return `\`${short.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}`]/gu, escape)}\``
}

function escape(character: string): string {
  if (character === '\n') return '\\n'
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}
