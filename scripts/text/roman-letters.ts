/** How many letters a number has in Roman numerals; where there are none for it, how many digits. */
export function romanLetters(number: number): number {
  if (number < 1 || number > 3999) return String(number).length
  return Array.from(String(number)).reduce((sum, digit) => sum + (lettersOfDigit[Number(digit)] ?? 0), 0)
}

/** Of the digits 0 to 9, in any place: -, I, II, III, IV, V, VI, VII, VIII, IX. A thousand has no five, but M, MM, MMM. */
const lettersOfDigit = [0, 1, 2, 3, 2, 1, 2, 3, 4, 2]
