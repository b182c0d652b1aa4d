/** What is said of a link or a page reference that leads nowhere, with the target that may have been meant. */
import type {Element} from 'hast'
import type {VFile} from 'vfile'
import {nearestName} from './nearest.ts'
import {report} from './report.ts'

/** What a link inside the pamphlet can lead to: ids as authors write them, and the names of files. */
export type KnownTargets = {readonly ids: readonly string[]; readonly files: readonly string[]}

/** Report a link whose target is not known; `href` as it was written. */
export function reportBroken(element: Element, href: string, known: KnownTargets, file: VFile): void {
  if (isUnfinished(href)) {
    reportUnfinished(element, href, file)
    return
  }
  const meant = meantBy(href, known)
  const isPage = element.properties['dataPageRef'] !== undefined
  const guess = meant === undefined ? '' : `Did you mean \`${isPage ? `:page[${meant.replace(/^#/, '')}]` : meant}\`? `
  const reason = isMissing(href, known) ? `Unexpected ${isPage ? 'page reference' : 'link'} to \`${href}\`, whose file is missing, expected one of the manuscript` : isPage
    ? `Unexpected page reference ${href === '#' ? 'without a target' : `to \`${href.replace(/^#/, '')}\``}, expected an id in the pamphlet`
    : `Unexpected link to \`${href}\`, expected a web address, a chapter's file or an id in the pamphlet`
  report(file, 'broken-link', element, reason, `${guess}${isMissing(href, known) ? missingFile : remedyFor(href, isPage)}`)
}

/** Tell whether a link says what kind of address it is, and no address. */
function isUnfinished(href: string): boolean {
  return /^(?:https?|ftp|mailto|tel|sms|geo|magnet):/i.test(href)
}

function reportUnfinished(element: Element, href: string, file: VFile): void {
  const isWeb = /^(?:https?|ftp):/i.test(href)
  const example = isWeb ? ', as `https://example.org/`' : /^mailto:/i.test(href) ? ', as `mailto:name@example.org`' : ''
  report(file, 'broken-link', element, `Unexpected link to \`${href}\`, which leads nowhere, expected ${isWeb ? 'the name of a host behind `//`' : 'an address behind the colon'}`, `Write the whole address${example}, or take the link out.`)
}

const missingFile = 'Put the file there, or write the name of another chapter\'s file.'

/** Tell whether a link names a Markdown file that the manuscript does not have. */
function isMissing(href: string, {files}: KnownTargets): boolean {
  const [path = ''] = href.replace(/^\.\//, '').split('#', 1)
  return /\.(?:md|markdown)$/i.test(path) && !files.includes(path)
}

function remedyFor(href: string, isPage: boolean): string {
  const id = 'Give the head or the figure that is meant an id (`# Head {#id}`, `![…](…){#id}`, `:::figure{#id …}`)'
  if (isPage) return `${id}, and write it between the brackets.`
  return href.startsWith('#') ? `${id}.` : `${id}, or write the whole address with \`https://\`.`
}

/** The id or file that is nearest, where three letters are wrong at the most, and half of a short one. */
function meantBy(href: string, {ids, files}: KnownTargets): string | undefined {
  const isId = href.startsWith('#')
  const nearest = nearestName(isId ? href.slice(1) : href, (isId ? ids : files).filter(name => name !== ''), 1 / 2)
  return nearest === undefined || !isId ? nearest : `#${nearest}`
}
