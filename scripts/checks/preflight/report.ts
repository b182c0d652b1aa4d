/** The preflight as a web page of its own: the pages as pictures, the findings drawn on them and told beside them. Pure. */
import type {BoxPt} from '../../adapters/pdf.ts'
import type {Place} from '../../types.ts'
import type {Finding} from './finding.ts'

export type PageReport = {
  readonly page: number
  readonly media: BoxPt
  readonly trim: BoxPt | undefined
  /** PNG; absent where it could not be drawn. */
  readonly picture: Uint8Array | undefined
  readonly coverage: {readonly inks: Readonly<Record<string, number>>; readonly most: number} | undefined
}
export type PlacedFinding = Finding & {readonly place?: Place}
export type FileReport = {readonly name: string; readonly pages: readonly PageReport[]; readonly findings: readonly PlacedFinding[]}

const style = `
:root {color-scheme: light; --error: #c4161c; --warning: #b26a00; --note: #33658a}
body {margin: 0; font: 15px/1.45 system-ui, sans-serif; color: #1b1b1b; background: #eceae6}
header, main {max-width: 1180px; margin: 0 auto; padding: 20px 24px}
h1 {font-size: 26px; margin: 12px 0 4px} h2 {font-size: 18px; margin: 32px 0 10px}
.sum {margin: 0; color: #555}
table {border-collapse: collapse; background: #fff; width: 100%} td, th {text-align: left; padding: 6px 12px; border-bottom: 1px solid #ddd; vertical-align: top; font-weight: 400}
th {color: #666; font-size: 13px}
.error {--tone: var(--error)} .warning {--tone: var(--warning)} .note {--tone: var(--note)}
.tag {color: var(--tone); font-weight: 600; white-space: nowrap} .place {font-family: ui-monospace, monospace; font-size: 13px; white-space: nowrap}
.remedy {color: #666}
.pages {display: grid; grid-template-columns: repeat(auto-fill, minmax(320px, 1fr)); gap: 22px}
figure {margin: 0; background: #fff; padding: 12px; box-shadow: 0 1px 3px #0003; min-width: 0}
.sheet {position: relative} .sheet img {display: block; width: 100%}
.trim {position: absolute; outline: 1px dashed #0008}
.find {position: absolute; border: 2px solid var(--tone); background: color-mix(in srgb, var(--tone) 14%, transparent); min-width: 5px; min-height: 5px; margin: -3px; box-sizing: border-box}
.find b {position: absolute; left: -2px; top: -18px; font: 600 11px/16px system-ui, sans-serif; color: #fff; background: var(--tone); padding: 0 5px; border-radius: 2px}
figcaption {padding-top: 8px; font-size: 13px} figcaption ol {padding-left: 1.6em; margin: 6px 0 0}
.ink {color: #555}
`

/** Write the page. */
export function reportPage(title: string, files: readonly FileReport[]): string {
  const body = files.map(file => `<section><h2>${escape(file.name)}</h2>\n${summary(file)}\n${wholeFile(file)}\n<div class="pages">\n${file.pages.map(page => figure(page, file.findings)).join('\n')}\n</div></section>`)
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Preflight: ${escape(title)}</title><style>${style}</style></head>
<body>
<header><h1>Preflight: ${escape(title)}</h1><p class="sum">What a print shop would find. Dashed: where the page is cut. Errors have to be mended, warnings looked at; notes are good to know.</p></header>
<main>
${body.join('\n')}
</main>
</body>
</html>
`
}

function summary({pages, findings}: FileReport): string {
  const count = (severity: Finding['severity'], one: string) => {
    const number = findings.filter(finding => finding.severity === severity).length
    return `${number === 0 ? 'no' : number} ${one}${number === 1 ? '' : 's'}`
  }
  return `<p class="sum">${pages.length} ${pages.length === 1 ? 'page' : 'pages'}: ${count('error', 'error')}, ${count('warning', 'warning')}, ${count('note', 'note')}.</p>`
}

function wholeFile({findings}: FileReport): string {
  const all = findings.filter(({severity, page}) => severity !== 'note' || page === undefined)
  if (all.length === 0) return ''
  const rows = all.map(({severity, page, place, reason, remedy, rule}) =>
    `<tr class="${severity}"><td class="tag">${severity}</td><td>${page === undefined ? '' : `<a href="#page-${page}">page ${page}</a>`}</td><td class="place">${escape(placeText(place))}</td><td>${code(reason)} <span class="remedy">${code(remedy)}</span></td><td class="place">${rule}</td></tr>`)
  return `<table><tr><th></th><th>page</th><th>manuscript</th><th>what, and what to do</th><th>rule</th></tr>\n${rows.join('\n')}\n</table><br>`
}

function figure({page, media, trim, picture, coverage}: PageReport, findings: readonly PlacedFinding[]): string {
  const own = findings.filter(finding => finding.page === page)
  const boxes = own.map(({severity, box}, index) => box ? `<div class="find ${severity}" style="${position(box, media)}"><b>${index + 1}</b></div>` : '')
  const told = own.map(({severity, reason, place}) => `<li class="${severity}"><span class="tag">${severity}</span> ${code(reason)}${place ? ` <span class="place">${escape(placeText(place))}</span>` : ''}</li>`)
  const image = picture ? `<img alt="Page ${page}" src="data:image/png;base64,${Buffer.from(picture).toString('base64')}">` : '<p>This page could not be drawn.</p>'
  return `<figure id="page-${page}"><div class="sheet">${image}${trim ? `<div class="trim" style="${position(trim, media)}"></div>` : ''}${boxes.join('')}</div>
<figcaption>Page ${page}${coverage ? ` <span class="ink">· ${inkText(coverage)}</span>` : ''}${told.length > 0 ? `<ol>${told.join('')}</ol>` : ''}</figcaption></figure>`
}

/** A box in per cent of the sheet, from its top left. */
function position(box: BoxPt, media: BoxPt): string {
  const [width, height] = [media.right - media.left || 1, media.top - media.bottom || 1]
  const percent = (share: number) => `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`
  return `left:${percent((box.left - media.left) / width)};top:${percent((media.top - box.top) / height)};width:${percent((box.right - box.left) / width)};height:${percent((box.top - box.bottom) / height)}`
}

function inkText({inks, most}: NonNullable<PageReport['coverage']>): string {
  return `${Object.entries(inks).map(([ink, share]) => `${escape(ink)} ${(share * 100).toFixed(1)} %`).join(', ')}; at most ${Math.round(most * 100)} %`
}

function placeText(place: Place | undefined): string {
  return place ? [place.file, place.line, place.column].filter(part => part !== undefined).join(':') : ''
}

/** Words between backquotes are set as code. */
function code(text: string): string {
  return escape(text).replaceAll(/`([^`]*)`/g, '<code>$1</code>')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
