/** Composes Markdown as the pipeline does, without a disk: for the tests of this room. */
import {parse} from '../../scripts/manuscript/parse.ts'
import {parseFormulas} from '../../scripts/manuscript/parse-formulas.ts'
import {compose} from '../../scripts/text/compose.ts'
import {noEngines} from '../../scripts/text/engines.ts'
import {mathml} from '../../scripts/text/mathml.ts'
import type {Asset, Metadata, Pamphlet} from '../../scripts/types.ts'
import {metadata} from '../stock.ts'

export const picture: Asset = {name: 'images/map.png', mediaType: 'image/png', bytes: new Uint8Array(), widthPx: 800, heightPx: 400}

/** Compose files (`{'01.md': '# One'}`) with the stock metadata, changed as told. */
export function composeMarkdown(files: Readonly<Record<string, string>>, changes: Partial<Metadata> = {}): Pamphlet {
  const plain: Metadata = {...metadata, title: 'Stock', lang: 'en-GB', openings: 'auto', ...changes}
  return compose({
    files: Object.entries(files).map(([name, text]) => ({name, text, tree: plain.math ? parseFormulas(text) : parse(text)})),
    metadata: plain,
    assets: new Map([[picture.name, picture]]),
    messages: []
  }, plain.math ? {...noEngines, formula: mathml} : noEngines)
}
