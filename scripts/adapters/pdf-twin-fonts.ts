/** Fonts that draw as others do and say something else of one glyph, as a space that stands for a narrow one in French, or a bracket that is mirrored. */
import {PDFDict, type PDFDocument, type PDFObject, type PDFRef} from '@cantoo/pdf-lib'
import {name} from './pdf-names.ts'
import type {TwinFor} from './pdf-plain-spans.ts'

/** Make the function that puts such a font beside the one that a stream's resources have; each is made once. None is made of fonts whose codes do not have two bytes. */
export function twinFonts({context}: PDFDocument): (resources: PDFObject | undefined) => TwinFor {
  const made = new Map<PDFDict, Map<string, PDFRef>>()
  return resources => (font, code, actual) => {
    const fonts = resources instanceof PDFDict ? resources.lookup(name('Font')) : undefined
    const model = fonts instanceof PDFDict ? fonts.lookup(name(font)) : undefined
    if (!(fonts instanceof PDFDict) || !(model instanceof PDFDict) || model.get(name('Encoding')) !== name('Identity-H')) return undefined
    const own = made.get(model) ?? new Map<string, PDFRef>()
    made.set(model, own)
    const key = `${code}-${actual}`
    const twin = own.get(key) ?? context.register(twinOf(model, context.register(context.flateStream(characterMap(code, actual)))))
    own.set(key, twin)
    fonts.set(name(`${font}-${key}`), twin)
    return `${font}-${key}`
  }
}

function twinOf(model: PDFDict, map: PDFRef): PDFDict {
  const twin = model.clone()
  twin.set(name('ToUnicode'), map)
  return twin
}

/** A map of one code, as ISO 32000-1, 9.10.3, has it. */
function characterMap(code: string, actual: string): string {
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
1 beginbfchar
<${code}> <${actual}>
endbfchar
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}
