/** The metadata of a PDF as an XMP packet (ISO 16684-1). */
import {isWriter, writers} from '../contributors.ts'
import type {Metadata} from '../types.ts'

/** Write the packet; every text is escaped, and no date but the build date is in it. `isAccessible` claims PDF/UA-1. */
export function xmpPacket(metadata: Metadata, date: Date, isAccessible: boolean): string {
  const stamp = date.toISOString().replace(/\.\d+Z$/, 'Z')
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
${properties(metadata).join('\n')}
<xmp:CreatorTool>Pamphleteer</xmp:CreatorTool>
<xmp:CreateDate>${stamp}</xmp:CreateDate>
<xmp:ModifyDate>${stamp}</xmp:ModifyDate>
<xmp:MetadataDate>${stamp}</xmp:MetadataDate>
<pdf:Producer>Pamphleteer, Chromium (Skia/PDF)</pdf:Producer>
</rdf:Description>
${isAccessible ? claim : ''}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

/** ISO 14289-1, 5. */
const claim = '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>\n'

function properties(metadata: Metadata): readonly string[] {
  const {title, description, subjects, publisher, rights, lang} = metadata
  const names = writers(metadata)
  const others = metadata.authors.filter(author => !isWriter(author)).map(({name}) => name)
  return [
    '<dc:format>application/pdf</dc:format>',
    alternative('dc:title', title),
    ...(names.length > 0 ? [list('dc:creator', 'Seq', names)] : []),
    ...(others.length > 0 ? [list('dc:contributor', 'Bag', others)] : []),
    ...(description === undefined ? [] : [alternative('dc:description', description)]),
    ...(subjects.length > 0 ? [list('dc:subject', 'Bag', subjects)] : []),
    ...(publisher === undefined ? [] : [list('dc:publisher', 'Bag', [publisher])]),
    ...(rights === undefined ? [] : [alternative('dc:rights', rights)]),
    list('dc:language', 'Bag', [lang])
  ]
}

function alternative(name: string, text: string): string {
  return `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li></rdf:Alt></${name}>`
}

function list(name: string, kind: 'Seq' | 'Bag', items: readonly string[]): string {
  return `<${name}><rdf:${kind}>${items.map(item => `<rdf:li>${escape(item)}</rdf:li>`).join('')}</rdf:${kind}></${name}>`
}

/** Escape for XML, without the characters that XML 1.0 has no way to write. */
function escape(text: string): string {
  const clean = text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
  return clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
