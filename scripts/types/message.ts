/** What is said of a manuscript, and where. */

/** Every rule that can speak. Errors: something would be lost, wrong or not found. Warnings: an editor should look. */
export type RuleId = ErrorRule | WarningRule | PreflightRule

export type ErrorRule =
  | 'missing-image'
  | 'image-outside'
  | 'corrupt-image'
  | 'image-format'
  | 'remote-image'
  | 'unknown-key'
  | 'bad-metadata'
  | 'duplicate-note'
  | 'undefined-note' | 'empty-note'
  | 'unused-note'
  | 'duplicate-id'
  | 'broken-link'
  | 'unknown-directive'
  | 'unclosed-directive' | 'unclosed-comment'
  | 'bad-index'
  | 'too-deep'
  | 'empty-manuscript'
  | 'no-markdown'
  | 'invalid-utf8'
  | 'missing-glyph'
  | 'cannot-impose'
  | 'bad-formula' | 'note-in-imprint' | 'bad-theme' | 'no-room' | 'overfull-cover'

export type WarningRule =
  | 'missing-title' | 'missing-lang' | 'unknown-lang'
  | 'missing-alt'
  | 'skipped-heading'
  | 'unreadable-table'
  | 'mixed-quotes'
  | 'unseen-character' | 'private-character' | 'indented-text' | 'unknown-attribute' | 'own-class' | 'directive-content' | 'year-list' | 'joined-lines' | 'stray-markup' | 'idle-break'
  | 'removed-html' | 'misplaced-html' | 'empty-heading' | 'plain-caption' | 'metadata-in-text' | 'empty-key' | 'joined-names'
  | 'duplicate-link' | 'unused-link' | 'undefined-link'
  | 'fallback-font'
  | 'low-resolution'
  | 'overfull-line'
  | 'too-tall' | 'late-figure' | 'stacked-table' | 'small-formula' | 'crowded-page'
  | 'system-font' | 'bad-style'
  | 'thick-booklet' | 'blank-pages' | 'small-pages' | 'idle-setting'
  | 'simpler-pages'
  | 'hidden-text'
  | 'mixed-directions'
  | 'copyfit'

/** Rules of the press file. Some only `check` tells, others a build that makes one as well. */
export type PreflightRule =
  | 'unconverted-colour'
  | 'rgb-colour'
  | 'font-embedding'
  | 'no-press-file' | 'no-cover' | 'text-on-cover' | 'spine-title'
  | 'no-trim-box' | 'page-size'
  | 'unreadable-pdf' | 'book-fault' | 'reading-fault'
  | 'book-claim' | 'book-picture' | 'book-head' | 'book-page' | 'book-unread'
  | 'picture-resolution'
  | 'near-trim'
  | 'no-bleed'
  | 'too-much-ink'
  | 'hairline'
  | 'page-count'
  | 'blank-page'
  | 'colour-lost'
  | 'printing-condition'

export type Severity = 'error' | 'warning'

/** A point in a manuscript file; `line` and `column` count from 1. */
export type Place = {readonly file: string; readonly line?: number; readonly column?: number}

/**
 * What a stage has to say about the manuscript.
 * `reason`: "Unexpected <actual>, expected <expected>"; `remedy`: what the author can do, one sentence.
 * `place.file` is relative to the manuscript's folder, with forward slashes.
 */
export type Message = {
  readonly ruleId: RuleId
  readonly severity: Severity
  readonly reason: string
  readonly remedy?: string
  readonly place: Place
}
