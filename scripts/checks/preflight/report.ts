/** The preflight as a web page of its own, without script: what was found, and the pages as pictures with it drawn on them. Pure. */
import type {BoxPt} from '../../adapters/pdf.ts'
import type {Place} from '../../types.ts'
import {gather, mostPlaces, otherPlaces, pagesText, type Alike, type PlacedFinding} from './alike.ts'
import {style} from './report-style.ts'

export type PageReport = {
  readonly page: number
  readonly media: BoxPt
  readonly trim: BoxPt | undefined
  /** PNG; absent where it could not be drawn. */
  readonly picture: Uint8Array | undefined
  /** Text: why it is not known. */
  readonly coverage: {readonly inks: Readonly<Record<string, number>>; readonly most: number} | string
}

/** `heldTo`: what a file from elsewhere was taken for, `a PDF to read`. */
export type FileReport = {readonly name: string; readonly heldTo?: string; readonly pages: readonly PageReport[]; readonly findings: readonly PlacedFinding[]}

/** Findings that say the same, with their number in the file: the list and the pages call them by that. */
type Numbered = Alike & {readonly number: number; readonly id: string}

const severities = ['error', 'warning', 'note'] as const

/** Write the page. */
export function reportPage(title: string, files: readonly FileReport[]): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"><title>Preflight: ${escape(title)}</title><style>${style}</style></head>
<body>
<header><h1>Preflight: ${escape(title)}</h1><p class="soft">What a print shop would object to, a copier, readers, or a shop for e-books, each to the files that are meant for them. The dashed line on a page is where it is cut. Errors have to be mended, warnings looked at; notes are good to know.</p></header>
<main>
${files.map(section).join('\n')}
</main>
</body>
</html>
`
}

function section({name, heldTo, pages, findings}: FileReport, index: number): string {
  const prefix = `file-${index + 1}`
  const ordered = severities.flatMap(severity => gather(findings.filter(finding => finding.severity === severity)))
  const numbered = ordered.map((alike, at): Numbered => ({...alike, number: at + 1, id: `${prefix}-finding-${at + 1}`}))
  return `<section aria-labelledby="${prefix}"><h2 id="${prefix}">${escape(name)}</h2>
${summary(pages.length, heldTo, numbered)}
${list(numbered.filter(({first}) => first.severity !== 'note'), prefix)}
${notes(numbered.filter(({first}) => first.severity === 'note'), prefix)}
<div class="pages">
${pages.map(page => figure(page, numbered, prefix)).join('\n')}
</div></section>`
}

function summary(pages: number, heldTo: string | undefined, findings: readonly Numbered[]): string {
  const counts = severities.map(severity => [severity, findings.filter(({first}) => first.severity === severity).length] as const)
  const told = counts.filter(([, count]) => count > 0).map(([severity, count]) => `<li class="${severity}">${counted(count, severity)}</li>`)
  return `<ul class="sum">${pages === 0 ? '' : `<li>${counted(pages, 'page')}${heldTo === undefined ? '' : `, checked as ${heldTo}`}</li>`}${told.join('') || '<li>nothing to mend</li>'}</ul>`
}

function list(findings: readonly Numbered[], prefix: string): string {
  return findings.length === 0 ? '' : `<ol class="found">\n${findings.map(finding => item(finding, prefix)).join('\n')}\n</ol>`
}

/** Many notes are folded away; a link to one of them opens the fold. */
function notes(findings: readonly Numbered[], prefix: string): string {
  return findings.length === 0 ? '' : `<details${findings.length > 6 ? '' : ' open'}><summary>${counted(findings.length, 'note')}</summary>\n${list(findings, prefix)}</details>`
}

function item(numbered: Numbered, prefix: string): string {
  const {number, id, first: {severity, page, box, place, reason, remedy, rule}} = numbered
  const target = page === undefined ? id : box ? markId(id, page) : `${prefix}-page-${page}`
  const others = otherPlaces(numbered)
  const more = others.length > mostPlaces ? [`and ${others.length - mostPlaces} more`] : []
  const where = [
    ...(place ? [place, ...others.slice(0, mostPlaces)].map(each => `<span class="place">${escape(placeText(each))}</span>`) : []),
    ...more,
    ...(page === undefined ? [] : [`<a href="#${target}">${pagesText(numbered) ?? ''}</a>`]),
    `<span class="place soft">${rule}</span>`
  ]
  return `<li id="${id}" class="${severity}"><span><a class="badge" href="#${target}">${number}</a></span><div><p><strong>${severity}</strong> ${code(reason)}</p><p class="soft">${code(remedy)}</p></div><p class="where">${where.join('<br>')}</p></li>`
}

/** The first mark of a finding on a page: what a link leads to. */
function markId(id: string, page: number): string {
  return `${id}-page-${page}`
}

function figure({page, media, trim, picture, coverage}: PageReport, findings: readonly Numbered[], prefix: string): string {
  const own = findings.flatMap(({all, ...numbered}) => all.filter(finding => finding.page === page).map((finding, index) => ({...finding, ...numbered, isFirst: index === 0})))
  const image = picture ? `<img alt="Page ${page}" src="data:image/png;base64,${Buffer.from(picture).toString('base64')}">` : '<p>This page could not be drawn.</p>'
  const unplaced = own.filter(({box, isFirst}) => !box && isFirst).map(({number, id, severity}) => `<a class="badge ${severity}" href="#${id}" aria-label="${severity} ${number}">${number}</a>`)
  const isWide = media.right - media.left > media.top - media.bottom
  return `<figure id="${prefix}-page-${page}"${isWide ? ' class="wide"' : ''}><div class="sheet">${image}${trim ? `<div class="trim" style="${position(trim, media)}"></div>` : ''}${marks(own, page, media)}</div>
<figcaption><b>Page ${page}</b>${unplaced.join('')}${typeof coverage === 'string' ? `<span class="soft">ink not measured: ${escape(coverage)}</span>` : plates(coverage)}</figcaption></figure>`
}

/** The gravest is drawn last, on top; numbers of one box stand below each other. */
function marks(findings: readonly (PlacedFinding & Omit<Numbered, keyof Alike> & {readonly isFirst: boolean})[], page: number, media: BoxPt): string {
  const seen = new Map<string, number>()
  const drawn = findings.flatMap(({number, id, severity, reason, box, isFirst}) => {
    if (!box) return []
    const at = position(box, media)
    const below = seen.get(at) ?? 0
    seen.set(at, below + 1)
    return [`<a class="mark ${severity}"${isFirst ? ` id="${markId(id, page)}"` : ''} href="#${id}" title="${escape(reason)}" aria-label="${severity} ${number}: ${escape(reason)}" style="${at}"><span class="badge" style="--below:${below}">${number}</span></a>`]
  })
  return drawn.toReversed().join('')
}

/** A box in per cent of the sheet, from its top left; what reaches beyond the sheet ends at its edge. */
function position(box: BoxPt, media: BoxPt): string {
  const [width, height] = [media.right - media.left || 1, media.top - media.bottom || 1]
  const share = (value: number) => Math.min(1, Math.max(0, value))
  const [left, right] = [share((box.left - media.left) / width), share((box.right - media.left) / width)]
  const [top, bottom] = [share((media.top - box.top) / height), share((media.top - box.bottom) / height)]
  return Object.entries({left, top, width: right - left, height: bottom - top}).map(([key, value]) => `${key}:${(value * 100).toFixed(2)}%`).join(';')
}

/** How much of the page each ink covers, and the most ink that lies on one spot. */
function plates({inks, most}: Exclude<PageReport['coverage'], string>): string {
  const rows = Object.entries(inks).map(([ink, share]) => {
    const percent = (share * 100).toFixed(1)
    const plate = ['cyan', 'magenta', 'yellow', 'black'].includes(ink) ? ink : 'spot'
    return `<dt>${escape(ink)}</dt><dd><div class="bar"><i class="${plate}" style="width:${percent}%"></i></div></dd><dd class="share">${percent} %</dd>`
  })
  return `<span class="soft">most ink on a spot ${Math.round(most * 100)} %</span><dl class="plates">${rows.join('')}</dl>`
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}

function placeText({file, line, column}: Place): string {
  return [file, line, column].filter(part => part !== undefined).join(':')
}

/** Words between backquotes are set as code; a unit stays with its number. */
function code(text: string): string {
  return escape(text).replaceAll(/(?<=\d) (?=mm|pt|ppi|%|×)|(?<=×) /g, '\u00A0').replaceAll(/`([^`]*)`/g, '<code>$1</code>')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
