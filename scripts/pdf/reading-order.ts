/** Says where the text of a PDF may not be heard in the order of reading. */
import type {MarkPlace} from '../adapters/pdf.ts'
import {message} from '../messages.ts'
import {placeFrom} from '../place.ts'
import type {Message, Pages} from '../types.ts'

/** One message for each block of the manuscript, or for each page where no block stands at that height. */
export function orderMessages(unsure: readonly MarkPlace[], {blocks, sheet}: Pick<Pages, 'blocks' | 'sheet'>): readonly Message[] {
  const found = unsure.map(({page, heightPt}) => ({page, at: blockAt(page, sheet.heightPx - heightPt / 0.75, blocks)}))
  return [...Map.groupBy(found, ({page, at}) => at ?? String(page)).values()].flatMap(([first]) => first ? [messageOf(first.page, first.at)] : [])
}

/** The smallest block around a height, or the next below; nothing where there is none on the page. */
function blockAt(page: number, topPx: number, blocks: Pages['blocks']): string | undefined {
  const here = blocks.filter(block => block.page === page)
  const around = here.filter(({box}) => box.topPx <= topPx && topPx <= box.topPx + box.heightPx).toSorted((a, b) => a.box.heightPx - b.box.heightPx)
  return (around[0] ?? here.find(({box}) => box.topPx > topPx) ?? here.at(-1))?.at
}

function messageOf(page: number, at: string | undefined): Message {
  return message('mixed-directions', placeFrom(at ?? '') ?? {file: '.'}, `Unexpected line on page ${page} of the PDF whose words run to both sides in one piece, expected an order in which they can be read aloud: the PDF does not say that it is PDF/UA-1`, 'Where a style sheet writes the words (`content`), let it write those of one direction; in the text, take signs out that steer the direction, or put the sentence otherwise.')
}
