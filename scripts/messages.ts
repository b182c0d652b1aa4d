/** What each rule is called, how severe it is, and how a message reads. */
import type {ErrorRule, Message, Place, PreflightRule, RuleId, Severity, WarningRule} from './types.ts'

const errors: Readonly<Record<ErrorRule, 'error'>> = {
  'missing-image': 'error',
  'image-outside': 'error',
  'corrupt-image': 'error',
  'image-format': 'error',
  'remote-image': 'error',
  'unknown-key': 'error',
  'bad-metadata': 'error',
  'duplicate-note': 'error',
  'undefined-note': 'error',
  'empty-note': 'error',
  'unused-note': 'error',
  'duplicate-id': 'error',
  'broken-link': 'error',
  'unknown-directive': 'error',
  'unclosed-directive': 'error',
  'unclosed-comment': 'error',
  'bad-index': 'error',
  'too-deep': 'error',
  'empty-manuscript': 'error',
  'no-markdown': 'error',
  'invalid-utf8': 'error',
  'missing-glyph': 'error',
  'cannot-impose': 'error',
  'bad-formula': 'error',
  'note-in-imprint': 'error',
  'bad-theme': 'error',
  'no-room': 'error',
  'overfull-cover': 'error'
}

const warnings: Readonly<Record<WarningRule, 'warning'>> = {
  'missing-title': 'warning',
  'missing-lang': 'warning',
  'unknown-lang': 'warning',
  'missing-alt': 'warning',
  'skipped-heading': 'warning',
  'unreadable-table': 'warning',
  'mixed-quotes': 'warning',
  'unseen-character': 'warning',
  'private-character': 'warning',
  'indented-text': 'warning',
  'unknown-attribute': 'warning',
  'own-class': 'warning',
  'directive-content': 'warning',
  'year-list': 'warning',
  'joined-lines': 'warning',
  'stray-markup': 'warning',
  'idle-break': 'warning',
  'removed-html': 'warning',
  'misplaced-html': 'warning',
  'empty-heading': 'warning',
  'plain-caption': 'warning',
  'metadata-in-text': 'warning',
  'duplicate-link': 'warning',
  'unused-link': 'warning',
  'undefined-link': 'warning',
  'empty-key': 'warning',
  'joined-names': 'warning',
  'fallback-font': 'warning',
  'low-resolution': 'warning',
  'overfull-line': 'warning',
  'too-tall': 'warning',
  'late-figure': 'warning',
  'stacked-table': 'warning',
  'small-formula': 'warning',
  'crowded-page': 'warning',
  'system-font': 'warning',
  'bad-style': 'warning',
  'thick-booklet': 'warning',
  'blank-pages': 'warning',
  'small-pages': 'warning',
  'idle-setting': 'warning',
  'simpler-pages': 'warning',
  'hidden-text': 'warning',
  'mixed-directions': 'warning',
  copyfit: 'warning'
}

/** The press file's rules. */
export const preflightSeverities: Readonly<Record<PreflightRule, Severity>> = {
  'unconverted-colour': 'error',
  'rgb-colour': 'error',
  'font-embedding': 'error',
  'no-trim-box': 'error',
  'page-size': 'error',
  'book-fault': 'error',
  'unreadable-pdf': 'error',
  'no-press-file': 'warning',
  'reading-fault': 'warning',
  'book-claim': 'warning',
  'book-picture': 'warning',
  'book-head': 'warning',
  'book-page': 'warning',
  'book-unread': 'warning',
  'no-cover': 'warning',
  'text-on-cover': 'warning',
  'spine-title': 'warning',
  'picture-resolution': 'warning',
  'near-trim': 'warning',
  'no-bleed': 'warning',
  'too-much-ink': 'warning',
  hairline: 'warning',
  'page-count': 'warning',
  'blank-page': 'warning',
  'colour-lost': 'warning',
  'printing-condition': 'warning'
}

/** Every rule with its severity. */
export const severities: Readonly<Record<RuleId, Severity>> = {...errors, ...warnings, ...preflightSeverities}

/** Make a message; its severity comes from its rule. */
export function message(ruleId: RuleId, place: Place, reason: string, remedy?: string): Message {
  const base = {ruleId, severity: severities[ruleId], reason, place}
  return remedy === undefined ? base : {...base, remedy}
}

/** What the author alone can see to (ISO 14289-1, 7.3 to 7.5; WCAG 2.1, 1.1.1 and 1.3.1): where one is missing, no file may claim that it is accessible. */
const authorSide: readonly RuleId[] = ['missing-alt', 'skipped-heading', 'unreadable-table']

/** Tell whether the manuscript has all that only its author can give to those who do not see it. */
export function isReadableByAll(messages: readonly Message[]): boolean {
  return !messages.some(({ruleId}) => authorSide.includes(ruleId))
}

/** Tell whether a message, or under `strict` any message, fails the build. */
export function fails(message: Message, strict: boolean): boolean {
  return strict || message.severity === 'error'
}

/** Give messages that know no place the file of the metadata (`home`), where there is one: it speaks for the pamphlet. */
export function atHome(messages: readonly Message[], home: string | undefined): readonly Message[] {
  return home === undefined ? messages : messages.map(said => said.place.file === '.' ? {...said, place: {file: home}} : said)
}

/** Order messages by file, line, column and rule, so that a report never depends on who spoke first. */
export function inOrder(messages: readonly Message[]): readonly Message[] {
  return messages.toSorted((a, b) => compareText(a.place.file, b.place.file)
    || (a.place.line ?? 0) - (b.place.line ?? 0)
    || (a.place.column ?? 0) - (b.place.column ?? 0)
    || compareText(a.ruleId, b.ruleId)
    || compareText(a.reason, b.reason))
}

/** Write a message on one line, its remedy on the next: `a.md:12:5: error: Unexpected … (rule)`. */
export function format(message: Message): string {
  const {file, line, column} = message.place
  const place = [file, line, column].filter(part => part !== undefined).join(':')
  const first = `${place}: ${message.severity}: ${message.reason} (${message.ruleId})`
  return message.remedy === undefined ? first : `${first}\n  ${message.remedy}`
}

/** Compare by code unit: the same order on every machine, whatever its locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
