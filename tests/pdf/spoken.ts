/** The words of a tag as a program finds them that asks for nothing but the marks, the fonts and the texts in their place. */
import {charactersOfFonts, fromHex} from '../../scripts/adapters/pdf-characters.ts'
import {openPdf} from '../../scripts/adapters/pdf-file.ts'
import {drawsIn, type MarkedStream, scanStreams} from '../../scripts/adapters/pdf-streams.ts'
import {readTags} from '../../scripts/adapters/pdf-tags-read.ts'
import type {Content, Tag} from '../../scripts/adapters/pdf-tags.ts'

/** The words of every tag of a type, in order. */
export async function spoken(pdf: Uint8Array, type: string): Promise<readonly string[]> {
  const file = await openPdf(pdf)
  const streams = await scanStreams(file)
  const charactersOf = charactersOfFonts()
  const root = readTags(file, drawsIn(streams))?.root
  return root ? tagsOf(root, type).map(wordsOf) : []

  function wordsOf(tag: Tag): string {
    return tag.actualText ?? tag.kids.map(kid => kid.kind === 'tag' ? wordsOf(kid) : kid.kind === 'content' ? markOf(kid) : '').join('')
  }

  function markOf({stream: key, number}: Content): string {
    const stream = streams.get(key)
    const mark = stream?.scan.marks.find(each => each.number === number)
    return stream && mark ? shownIn(stream, mark.to) : ''
  }

  function shownIn({bytes, resources}: MarkedStream, from: number): string {
    let font: string | undefined
    let actual: string | undefined
    let depth = 1
    let words = ''
    for (const [, actualText, , opened, closed, fontName, codes = ''] of bytes.toString('latin1', from).matchAll(/(?:ActualText <FEFF([\dA-F]*)>[^B]*(BDC))|(B[DM]C)|(EMC)|\/(\S+) \S+ Tf|<([\dA-F]*)> Tj/g)) {
      if (actualText !== undefined) {
        actual = fromHex(actualText)
        words += actual
        depth++
      } else if (opened !== undefined) depth++
      else if (closed !== undefined) {
        actual = undefined
        if (--depth === 0) break
      } else if (fontName !== undefined) font = fontName
      else if (actual === undefined) words += (codes.match(/.{4}/g) ?? []).map(code => charactersOf(resources, font ?? '')?.byCode.get(code) ?? '').join('')
    }
    return words
  }
}

function tagsOf(tag: Tag, type: string): readonly Tag[] {
  return tag.type === type ? [tag] : tag.kids.flatMap(kid => kid.kind === 'tag' ? tagsOf(kid, type) : [])
}
