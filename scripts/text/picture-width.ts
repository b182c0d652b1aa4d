/** `width=50%`: the share of its column that a figure's picture takes. */

/** What is told where it is none. */
export const shareRemedy = 'Write it in per cent of the column, from `width=1%` to `width=100%`.'

/** Tell whether a width is a share of the column, 1% to 100%. */
export function isShare(width: string): boolean {
  return /^(?:100|[1-9]\d?(?:\.\d{1,2})?)%$/.test(width)
}

/** Take a width out of braces behind a picture: `{#id width=50%}`. */
export function widthIn(braces: string): {readonly width?: string; readonly rest: string} {
  const [whole, quoted, bare] = /(?<=[\s{])width=(?:"([^"{}]{0,40})"|([^\s"{}]{1,40}))(?=[\s}])/.exec(braces) ?? []
  return whole === undefined ? {rest: braces} : {width: quoted ?? bare ?? '', rest: braces.replace(whole, '')}
}
