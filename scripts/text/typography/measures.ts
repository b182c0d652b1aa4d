/** What is written in several short parts and read as one stays on its line: `£1 3s. 8d.`, `5 ft 2¾ in.`, `24159 Kiel`. */
import {noBreakSpace} from './characters.ts'
import type {Edit} from './edits.ts'
import {editMatches} from './edits.ts'

const fraction = '[½¼¾⅓⅔⅛⅜⅝⅞]?'

/** What joins: each pattern matches one space alone. Its sign stands wherever it does, and is found in no time. */
const joints: readonly {readonly sign: RegExp; readonly joint: RegExp}[] = [
  // £1 3s. 8¼d., 27s. 6d.
  {sign: /[\d½¼¾⅓⅔⅛⅜⅝⅞][sd]/, joint: new RegExp(String.raw`(?<=£\d{1,5}|\d${fraction}s\.?)[ \n](?=\d{1,2}${fraction}[sd](?!\p{L}))`, 'gu')},
  // 5 ft 2¾ in., 9 st 4 lb, 2 hrs 30 mins.
  {sign: /\d[ \u00A0](?:ft|st|lb|h)/, joint: new RegExp(String.raw`(?<=\d[ \u00A0](?:ft|st|lbs?|hrs?|h)\.?)[ \n](?=\d{1,2}${fraction}[ \n\u00A0](?:in|lbs?|oz|min)s?(?!\p{L}))`, 'gu')},
  // 2¾ in.: without a fraction or a full stop it is a preposition, `in 1914 in London`.
  {sign: /[\d½¼¾⅓⅔⅛⅜⅝⅞][ \n]in/, joint: new RegExp(String.raw`(?<=[½¼¾⅓⅔⅛⅜⅝⅞])[ \n](?=in(?!\p{L}))|(?<=\d)[ \n](?=in\.)`, 'gu')},
  // P.C. 41.
  {sign: /\.[ \n]\d/, joint: /(?<=(?<![\p{L}\p{N}.])(?:\p{Lu}\.){2,3})[ \n](?=\d{1,4}(?![\p{L}\p{N}.,:]\p{N}|\p{N}))/gu},
  // Müller & Co. KG.
  {sign: /Co\.[ \n]/, joint: /(?<=(?<!\p{L})Co\.)[ \n](?=(?:KG|KGaA|OHG)(?!\p{L}))/gu},
  // Holtenauer Str. 12, 24159 Kiel: behind the number of a house, or at the head of a line.
  {sign: /\d{5}[ \n]/, joint: /(?<=(?:^|\u2028\s?|\p{L}\.?[ \u00A0]\d{1,3}[ \u00A0]?[a-z]?,[ \n])(?:[A-Z]-)?\d{5})[ \n](?=\p{Lu}\p{Ll})/gu}
]

/** Bind the parts of a measure, a sum in old money, an address and a firm's name. */
export function bindMeasures(text: string): readonly Edit[] {
  if (!/\d|Co\./.test(text)) return []
  return joints.filter(({sign}) => sign.test(text)).flatMap(({joint}) => editMatches(text, joint, ({index}) => ({start: index, end: index + 1, text: noBreakSpace}))).toSorted((a, b) => a.start - b.start)
}
