/** Fonts that draw as others do and say something else of one glyph, as a space that stands for a narrow one in French, or a bracket that is mirrored. */
import type {PDFDict, PDFDocument, PDFObject, PDFRef} from '@cantoo/pdf-lib'
import {fontsOf, wideFontOf} from './pdf-characters.ts'
import {name} from './pdf-names.ts'
import type {TwinFor} from './pdf-plain-spans.ts'

/** Make the function that puts such a font beside the one that a stream's resources have; each is made once. None is made of fonts whose codes do not have two bytes. */
export function twinFonts({context}: PDFDocument): (resources: PDFObject | undefined) => TwinFor {
  const made = new Map<PDFDict, Map<string, PDFRef>>()
  return resources => (font, code, actual) => {
    const model = wideFontOf(resources, font)
    if (!model) return undefined
    const own = made.get(model) ?? new Map<string, PDFRef>()
    made.set(model, own)
    const key = `${code}-${actual}`
    const twin = own.get(key) ?? context.register(twinOf(model, context.register(context.flateStream(characterMap(code, actual)))))
    own.set(key, twin)
    fontsOf(resources)?.set(name(`${font}-${key}`), twin)
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
