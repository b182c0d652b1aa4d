/** Put parts into a phrase, one for each `{}`; what is over is left out. */
export function fill(phrase: string, ...parts: readonly string[]): string {
  const [head = '', ...rest] = phrase.split('{}')
  return rest.reduce((text, piece, index) => text + (parts[index] ?? '') + piece, head)
}
