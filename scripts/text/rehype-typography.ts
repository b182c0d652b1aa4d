/** Makes typeset text of typed text, block by block: quotation marks, dashes, ellipses, symbols, spaces. */
import type {Root} from 'hast'
import type {VFile} from 'vfile'
import {report} from './report.ts'
import type {Block} from './typography/blocks.ts'
import {blocksOf, pieceAt, writeBack} from './typography/blocks.ts'
import {typesetBlock} from './typography/index.ts'
import {languageFor} from './typography/languages.ts'
import type {MixedPair} from './typography/quotes.ts'
import type {SourcePlaces} from './typography/source-places.ts'
import {sourcePlaces} from './typography/source-places.ts'

/** Set the text of a tree by the rules of its language (a BCP 47 tag), and of inner `lang` attributes, in place. */
export function rehypeTypography({lang}: {readonly lang: string}) {
  return (tree: Root, file: VFile): void => {
    const places = sourcePlaces(String(file))
    for (const block of blocksOf(tree, languageFor(lang))) {
      const {block: typeset, mixed} = typesetBlock(block)
      // The places are sought by the text as it was: report first, then write.
      for (const pair of mixed) reportMixed(file, block, pair, places)
      writeBack(typeset)
    }
  }
}

function reportMixed(file: VFile, block: Block, {index, straight, side, typographic, expected}: MixedPair, places: SourcePlaces): void {
  const piece = pieceAt(block, index)
  const start = piece?.node && places(piece.node, index - piece.start)
  const mark = side === 'closing' ? `closing mark \`${straight}\` after \`${typographic}\`` : `opening mark \`${straight}\` before \`${typographic}\``
  report(file, 'mixed-quotes', start && {position: {start}}, `Unexpected straight ${mark}, expected \`${expected}\``, `Type \`${expected}\` here, or straight marks at both ends.`)
}
