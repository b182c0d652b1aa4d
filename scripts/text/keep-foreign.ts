/** What raw HTML has from other languages: formulas stay, and of drawings the words. */
import type {ElementContent} from 'hast'
import type {VFile} from 'vfile'
import type {Part} from './close-html.ts'
import {isPiece} from './close-html.ts'
import {formulaTags} from './formula-html.ts'
import {keepHtml, withoutMarks} from './keep-html.ts'
import {piecesOf} from './raw-pieces.ts'
import {report} from './report.ts'
import {pair} from './tag-pairs.ts'
import {keepSpace} from './word-spaces.ts'

export const expected = 'expected text-level or block HTML without scripts, frames or forms'
/** Elements without text for a reader: they go with all that is in them. */
export const unread: ReadonlySet<string> = new Set(['script', 'style', 'template'])
/** What a formula and a drawing say beside what they show. */
const unshown = new Set([...unread, 'annotation', 'annotation-xml', 'metadata'])
/** Elements that stand inside a line of a drawing. */
const withinWords = new Set(['tspan', 'a', 'textpath'])

/** Keep a formula. What Markdown made of its signs is HTML again. */
export function keepFormula(kept: ElementContent[], parts: readonly Part[], {file}: {readonly file: VFile}): void {
  for (const part of withoutUnshown(parts.flatMap(each => isPiece(each) || each.type === 'text' ? [each] : sourceOf(each, file)))) {
    if (!isPiece(part)) kept.push(part)
    else if (part.kind === 'html' || formulaTags.has(part.name) && !part.isCut) keepHtml(kept, withoutMarks(part))
    else if (part.kind === 'opening') report(file, 'removed-html', part, `Unexpected element \`<${part.name}>\` in a formula, expected one of MathML Core`, 'It was taken out, and its words were kept.')
  }
}

/** What Markdown took for emphasis or the like, as it was written, in a quotation without its marks. */
function sourceOf({position}: ElementContent, file: VFile): readonly Part[] {
  const [start, end] = [position?.start.offset, position?.end.offset]
  return position && start !== undefined && end !== undefined ? piecesOf(String(file.value).slice(start, end).replaceAll(/\n[\t >]*/g, '\n'), position.start) : []
}

/** Keep the words of a drawing, each text apart. */
export function keepWords(kept: ElementContent[], parts: readonly Part[], {isInner, file}: {readonly isInner: boolean; readonly file: VFile}): void {
  const [first] = parts
  const before = kept.length
  const shown = withoutUnshown(parts)
  shown.forEach((part, index) => {
    if (!isPiece(part)) kept.push(part)
    else if (part.kind === 'html' || part.kind === 'text') keepHtml(kept, part)
    else if (part.kind === 'opening' && !withinWords.has(part.name)) keepSpace(kept, shown.slice(index + 1).find(next => !isPiece(next) || next.kind === 'html'), isInner)
  })
  if (isPiece(first)) report(file, 'removed-html', first, `Unexpected element \`<svg>\`, ${expected}`, `It was taken out${kept.length > before ? ', and its words were kept' : ''}. Save the drawing as a file, and bring it in as a picture.`)
}

function withoutUnshown(parts: readonly Part[]): readonly Part[] {
  const closings = pair(parts)
  let end = -1
  return parts.filter((part, index) => {
    if (index > end && isPiece(part) && unshown.has(part.name)) end = closings.get(index) ?? end
    return index > end
  })
}
