/** Numbers as PDF writes them. */

/** With six decimals at the most, and without an exponent (ISO 32000-1, 7.3.3). */
export function number(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, '').replace(/^-0$/, '0')
}
