/** What PDF/X-4 wants said in a file's metadata, beside what every edition says. */

/** `identity`: 32 hexadecimal digits or more. `claims`: whether the file calls itself PDF/X-4 (ISO 15930-7, 6.4.2). */
export function pressPacket(packet: string, identity: string, claims: boolean): string {
  const [hex, parts] = [identity.slice(0, 32).toLowerCase(), [8, 12, 16, 20, 32]]
  const uuid = parts.map((end, index) => hex.slice(parts[index - 1] ?? 0, end)).join('-')
  const own = `<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
${claims ? '<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n' : ''}<pdf:Trapped>False</pdf:Trapped>
<xmpMM:DocumentID>uuid:${uuid}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>
`
  return packet.replace('</rdf:RDF>', () => `${own}</rdf:RDF>`)
}
