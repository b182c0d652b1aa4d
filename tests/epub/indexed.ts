/** A pamphlet with page references and an index, composed from Markdown. */
import type {Pamphlet} from '../../scripts/types.ts'
import {composeMarkdown} from '../text/compose-markdown.ts'

const composed = composeMarkdown({
  '01.md': '# Ink {#ink}\n\nThe ink:index[ink!black]{from}, see :page[press] and :page[map], was *boiled*:index[boiling].\n\nOil:index[ink!*oil*] and soot:index[ink!black]{to}:index[soot]{see="ink!black"}.[^1]\n\n[^1]: A note:index[boiling]:index[ink]{also="press"}.',
  '02.md': '# The *press*:index[press] {#press}\n\n:::figure{src=images/map.png alt="A map" #map}\nThe streets of the printers. They lay near.\n:::\n'
}, {openings: 'page', title: 'Indexed'})

const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4" width="4" height="4"><path d="M0 0h4v4H0z"/></svg>')

/** The stock picture has no bytes. */
export const indexed: Pamphlet = {...composed, assets: new Map([...composed.assets].map(([name, asset]) => [name, {...asset, mediaType: 'image/svg+xml', bytes: svg}]))}
