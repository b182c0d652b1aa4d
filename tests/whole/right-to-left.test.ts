/** Paragraphs of both directions, heard by the tags of the reading PDF as their manuscript has them. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {Browser} from '../../scripts/adapters/browser.ts'
import {launch} from '../../scripts/adapters/browser.ts'
import {realDisk} from '../../scripts/adapters/disk.ts'
import {build} from '../../scripts/pipeline.ts'
import {spoken} from '../pdf/spoken.ts'

let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'pamphleteer-directions-'))
beforeAll(async () => {
  browser = await launch({})
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, {recursive: true, force: true})
})

/** Build paragraphs, and tell what is heard of them. */
async function heard(lang: string, paragraphs: readonly string[]): Promise<readonly string[]> {
  const path = join(folder, `${lang}.md`)
  writeFileSync(path, `---\ntitle: T\nlang: ${lang}\nfrontmatter: none\n---\n\n${paragraphs.join('\n\n')}\n`)
  const world = {disk: realDisk, browser: () => Promise.resolve(browser), lastCommit: () => Promise.resolve(undefined), sourceDateEpoch: undefined, nodeVersion: 'v24', stage: () => () => undefined}
  const {artifacts, messages} = await build({path, out: join(folder, lang), editions: ['read'], strict: false, json: false, date: '2024-01-21'}, world)
  expect(messages.filter(({ruleId}) => ruleId === 'mixed-directions')).toEqual([])
  const words = await spoken(artifacts.find(({name}) => name.endsWith('.pdf'))?.bytes ?? new Uint8Array(), 'P')
  return words.map(text => text.replaceAll(/[\u00A0\u202F]/g, ' ').trim())
}

const plain = (text: string) => text.replaceAll(/\*\*|\*|`|\[([^\]]*)\]\([^)]*\)/g, '$1')

test.each([
  ['he', ['אאא 1, 2, 3 בבב.', 'ראשון a) שני.', 'אמר Stop here. והלך.', 'Stop here.', 'טלפון 03-123-4567 בבית, 50% או $20 (ראו 12).', 'הדגשה **חזק 12, 13** ו*נטוי Latin word, too* סוף.', 'קוד `a + b` כאן ו[קישור 5, 6](https://example.org/a) שם 1,234.56 סוף.', 'מאז 1939–1945 היה 12 Latin, 13, ועוד.', 'שורה ארוכה מאוד עם מספרים 1, 2, 3 ועוד מילים רבות Latin words here, and more of them so that it breaks across lines, וזה נגמר כאן בסוף 12:30.']],
  ['ar', ['كلمة ١، ٢، ٣ كلمة.', 'منذ ١٩٣٩–١٩٤٥ كان (انظر a) هنا.', 'قال Stop here. وذهب ٥٠٪ ثم.']],
  ['en', ['He said אאא 1, 2 בבב, and 12 more (גגג) here.', 'See אאא 12, then.']]
])('paragraphs with numbers and words of both directions: %s', async (lang, paragraphs) => {
  expect(await heard(lang, paragraphs)).toEqual(paragraphs.map(plain))
})

test.each([['he', 'כל', 'סוף'], ['en', 'Begin', 'close']])('any mixture is heard as it is written: %s', async (lang, first, last) => {
  const token = fc.constantFrom('אבג', 'דהו', 'ש', 'Latin', 'words', '12', '1,234', '50%', '(3)', 'זח,', 'end.', '4,', '12:30', '₪30', '(טי)', '(in', 'out)', '[א]', 'כ;', 'No!', 'מי?')
  const line = fc.array(token, {minLength: 3, maxLength: 24}).map(tokens => `${first} ${tokens.join(' ')} ${last}.`)
  const paragraphs = fc.sample(line, {numRuns: 120, seed: Number(process.env['DIRECTIONS_SEED'] ?? 8)})
  expect(await heard(lang, paragraphs)).toEqual(paragraphs)
})

test('phrases from right to left in a text that runs the other way, and the other way round', async () => {
  expect(await heard('en', ['He wrote <span lang="he" dir="rtl">שלום 12, 13 עולם</span>, and <span lang="he">אבג 1939–1945 דהו</span> in 1912 (page 5).'])).toEqual(['He wrote שלום 12, 13 עולם, and אבג 1939–1945 דהו in 1912 (page 5).'])
  expect(await heard('fa', ['از ۱۳۵۷–۱۳۶۰ تا ۲۰٪ «Tudeh Party, 1941» بود، <span lang="en">May 1, 1912.</span> ۳ و ۴.'])).toEqual(['از ۱۳۵۷–۱۳۶۰ تا ۲۰٪ «Tudeh Party, 1941» بود، May 1, 1912. ۳ و ۴.'])
})
