/**
 * Tells the printer's tags what Chromium keeps to itself. It makes tags of what assistive technology would hear of, and
 * writes an element's language into its tag: so the language carries the hint (`en-x-tag-note-12`), and a role makes a tag
 * where there would be none. Neither moves a line. `scripts/pdf/tags/hints.ts` reads the hints.
 */
import type {Page} from '../../adapters/browser.ts'
import {hintLines} from './hint-lines.ts'
import {hintTags} from './hint-tags.ts'
import {hintTexts} from './hint-texts.ts'
import {partRuns} from './part-runs.ts'
import {runPatterns} from './run-patterns.ts'

/** Give a page its hints, and part its texts where they change their direction; a second call changes nothing. */
export async function giveHints(page: Pick<Page, 'evaluate'>): Promise<void> {
  await page.evaluate(hintTags)
  await page.evaluate(hintLines)
  await page.evaluate(hintTexts)
  await page.evaluate(partRuns, runPatterns)
}
