import {describe, expect, test} from 'vitest'
import type {Conversion} from '../../../scripts/adapters/press/convert.ts'
import type {FileFacts} from '../../../scripts/adapters/press/file-facts.ts'
import type {FontView, PageView, PictureView, ResourceView} from '../../../scripts/adapters/press/view.ts'
import type {Job} from '../../../scripts/checks/preflight/finding.ts'
import {paintPages, TooMuchContent} from '../../../scripts/checks/preflight/paint-page.ts'
import {gather} from '../../../scripts/checks/preflight/alike.ts'
import {boxOf, findingOf, messageOf, placed, placeOf} from '../../../scripts/checks/preflight/place.ts'
import {preflight} from '../../../scripts/checks/preflight/preflight.ts'
import {purposeOf, type Purpose} from '../../../scripts/checks/preflight/purpose.ts'
import {reportPage} from '../../../scripts/checks/preflight/report.ts'

const mm = 72 / 25.4
const trim = {left: 40, bottom: 40, right: 440, top: 640}
const bleed = {left: 40 - 3 * mm, bottom: 40 - 3 * mm, right: 440 + 3 * mm, top: 640 + 3 * mm}
const media = {left: 0, bottom: 0, right: 480, top: 680}
const font: FontView = {name: 'Serif', isEmbedded: true, isType3: false, codeBytes: 1, widthOf: () => 500}
const picture: PictureView = {kind: 'picture', object: 7, widthPx: 600, heightPx: 600, space: 'DeviceGray'}
const resources: ResourceView = {fonts: new Map([['F1', font]]), drawn: new Map([['P', picture]]), lineWidths: new Map(), spaces: new Map([['Cmyk', 'DeviceCMYK']]), gradients: new Map([['G', 8], ['H', 9]]), cells: new Map()}

const page = (content: string, change: Partial<PageView> = {}): PageView => ({page: 1, media, bleed, trim, content: () => content, resources, ...change})
const job = (views: readonly PageView[], change: Partial<Job> = {}): Job => ({pages: paintPages(views), mostInk: 3, isCover: false, ...change})
const rulesOf = (content: string, change: Partial<PageView> = {}, more: Partial<Job> = {}) => [...new Set(preflight(job([page(content, change)], {isCover: true, ...more})).map(({rule}) => rule))]

const text = (x: number, y: number) => `BT /F1 10 Tf 1 0 0 1 ${x} ${y} Tm (word) Tj ET`
const drawn = (size: number, x = 100, y = 100) => `q ${size} 0 0 ${size} ${x} ${y} cm /P Do Q`
const plain = text(100, 300)
const sound: FileFacts = {hasIntent: true, isUnscaled: false, isTagged: true, hasLanguage: true, hasTitle: true, wordlessPictures: 0, headlessTables: 0, claimsUa: true}

// For each rule what trips it, and its neighbour that does not.
test.each<[string, string, string, Partial<PageView>?, Partial<Job>?]>([
  ['picture-resolution', drawn(150), drawn(144)],
  ['near-trim', text(40 + 3.9 * mm, 300), text(40 + 4.1 * mm, 300)],
  ['near-trim', text(440 - 20 - 3.5 * mm, 300), text(440 - 20 - 4.1 * mm, 300)],
  ['no-bleed', '0 g 40 100 100 50 re f', `0 g ${bleed.left} 100 100 50 re f`],
  ['no-bleed', drawn(100, 340, 540), drawn(100, 300, 500)],
  ['no-bleed', '0 g 30 30 420 620 re f 0 g 30 640 9 1 re f', `0 g 0 0 480 680 re f`],
  ['too-much-ink', '0.9 0.9 0.8 0.9 k 100 100 50 50 re f', '0.9 0.9 0.8 0.4 k 100 100 50 50 re f'],
  ['rgb-colour', '1 0 0 rg 100 100 50 50 re f', '0 1 1 0 k 100 100 50 50 re f'],
  ['hairline', '0.2 w 100 100 m 200 100 l S', '0.25 w 100 100 m 200 100 l S'],
  ['hairline', '0 w 100 100 m 200 100 l S', '0 g 100 100 50 0 re f'],
  ['no-bleed', '0 g 40 100 100 50 re f', `0 g ${bleed.left} 100 100 50 re f`, {bleed: undefined}],
  ['no-bleed', '0 g 0 100 100 50 re f', '0 g 20 100 100 50 re f', {bleed: undefined, trim: undefined}],
  ['near-trim', text(50 + 3.9 * mm, 300), text(50 + 4.1 * mm, 300), {bleed: undefined, trim: undefined, crop: {...media, left: 50}}],
  ['hairline', '0 g 100 100 50 0.1 re f', '0 g 100 100 50 0.5 re f'],
  ['hairline', '0.1 0 0 0.1 0 0 cm 2 w 1000 1000 m 2000 1000 l S', '0.1 0 0 0.1 0 0 cm 3 w 1000 1000 m 2000 1000 l S'],
  ['blank-page', '', plain]
])('%s: found in %j, not in %j', (rule, bad, good, change = {}) => {
  expect(rulesOf(bad, change)).toContain(rule)
  expect(rulesOf(good, change)).not.toContain(rule)
})

test('a page that the program left blank itself is no finding', () => {
  const told = (ownBlanks: ReadonlySet<number>) => preflight(job([page(plain), page('', {page: 2}), page('', {page: 3})], {ownBlanks})).flatMap(({rule, page: at}) => rule === 'blank-page' ? [at] : [])
  expect([told(new Set()), told(new Set([2]))]).toEqual([[2, 3], [3]])
})

test('a cover is folded inside its trim, about its spine', () => {
  const folds = [200, 210]
  const told = (x: number) => preflight(job([page(text(x, 300))], {isCover: true, folds})).filter(({rule}) => rule === 'near-trim').map(({reason}) => reason.split(',')[0])
  const at = (fold: number) => 40 + fold
  expect(told(at(200) - 10)).toEqual(['Unexpected text across the fold'])
  expect(told(at(200) - 20 - 3.5 * mm)).toEqual(['Unexpected text 3.5 mm from the fold'])
  expect(told(at(210) + 2 * mm)).toEqual(['Unexpected text 2.0 mm from the fold'])
  expect([told(at(200) - 20 - 4.1 * mm), told(at(210) + 4.1 * mm)]).toEqual([[], []])
})

test('who has only the PDF is told what to do with that', () => {
  const remedies = (facts?: FileFacts) => preflight(job([page('1 0 0 rg 100 100 50 50 re f', {trim: undefined})], facts ? {facts} : {})).filter(({severity}) => severity === 'error').map(({remedy}) => remedy)
  expect(remedies()).toEqual(['Make the press file with `--edition print`, and send `SLUG-print.pdf`.', 'Make the press file with `--edition print`, and send that one.'])
  expect(remedies(sound)).toEqual(['Export it again as PDF/X-4 with its trim box and bleed, or tell the shop at which size it is cut.', 'Export it again as PDF/X-4 or in CMYK where it was made, or ask the shop to convert it.'])
})

test('coloured inks ask for a printing condition', () => {
  const told = (inks: Readonly<Record<string, number>>, hasIntent: boolean) => preflight(job([page(plain)], {facts: {...sound, hasIntent}, plates: new Map([[1, {inks, most: 1}]])})).flatMap(({rule, severity}) => rule === 'printing-condition' ? [severity] : [])
  expect([told({cyan: 0.1, black: 0}, false), told({cyan: 0.1, black: 0}, true), told({cyan: 0, black: 0.1}, false)]).toEqual([['warning'], [], []])
})

test('severities go by how bad it is', () => {
  const severityAt = (ppi: number) => preflight(job([page(drawn(600 / ppi * 72))])).find(({rule}) => rule === 'picture-resolution')?.severity
  expect([149, 150, 293, 295].map(severityAt)).toEqual(['error', 'warning', 'warning', undefined])
  const reasonAt = (ppi: number) => preflight(job([page(drawn(600 / ppi * 72))])).find(({rule}) => rule === 'picture-resolution')?.reason
  expect([100, 200].map(reasonAt)).toEqual(['Unexpected resolution of 100 ppi, expected at least 150 ppi (300 for good print) at the printed size', 'Unexpected resolution of 200 ppi, expected 300 ppi at the printed size'])
})

test('fonts have to be in the file, and no programs of their own', () => {
  const without = (change: Partial<FontView>) => rulesOf(plain, {resources: {...resources, fonts: new Map([['F1', {...font, ...change}]])}})
  expect(without({})).not.toContain('font-embedding')
  expect(without({isEmbedded: false})).toContain('font-embedding')
  expect(without({isType3: true})).toContain('font-embedding')
})

test('a screen colour is found in pictures and by name too', () => {
  expect(rulesOf(drawn(100), {resources: {...resources, drawn: new Map([['P', {...picture, space: 'ICCBased 3'}]])}})).toContain('rgb-colour')
  expect(rulesOf('/Rgb cs 100 100 50 50 re f', {resources: {...resources, spaces: new Map([['Rgb', 'CalRGB']])}})).toContain('rgb-colour')
})

test('a page has to say where it is cut', () => {
  expect(rulesOf(plain, {trim: undefined, bleed: undefined})).toContain('no-trim-box')
  expect(rulesOf(plain)).toEqual([])
})

test.each<[string, Partial<PageView>, Partial<FileFacts>, Purpose]>([
  ['cut inside its sheet', {}, {}, 'press'],
  ['cut nowhere, for no condition', {trim: undefined}, {}, 'reading'],
  ['cut at the edge of its sheet, for no condition', {trim: media}, {isUnscaled: true}, 'reading'],
  ['for a condition, without a word of where it is cut', {trim: undefined}, {hasIntent: true}, 'press'],
  ['for a condition, cut nowhere, to be printed at its size', {trim: undefined}, {hasIntent: true, isUnscaled: true}, 'copier']
])('what a file was made for: %s', (_, change, facts, expected) => {
  expect(purposeOf([page(plain, change)], {...sound, hasIntent: false, ...facts})).toBe(expected)
})

describe('a file that was made for something else is held to that alone', () => {
  const told = (purpose: Purpose, content: string, facts: Partial<FileFacts> = {}, change: Partial<PageView> = {}) => preflight(job([page(content, {trim: undefined, bleed: undefined, ...change})], {purpose, facts: {...sound, ...facts}}))
  const faulty = `1 0 0 rg 100 100 50 0.1 re f ${text(2, 300)}`

  test('no rule of a press, and a note that it is no press file', () => {
    for (const [purpose, content] of [['reading', faulty], ['copier', plain]] as const) expect(told(purpose, content).map(({rule, severity}) => [rule, severity])).toEqual([['no-press-file', 'note']])
    expect(told('press', faulty).map(({rule}) => rule)).toEqual(['no-trim-box', 'rgb-colour', 'rgb-colour', 'near-trim', 'hairline'])
  })

  test.each<[Partial<FileFacts>, string]>([
    [{isTagged: false, claimsUa: false}, 'Unexpected PDF without tags'],
    [{isTagged: false}, 'Unexpected PDF without tags whose metadata say that it meets PDF/UA'],
    [{headlessTables: 1}, 'Unexpected table without a head among its tags'],
    [{headlessTables: 2}, 'Unexpected 2 tables without a head among their tags'],
    [{hasLanguage: false}, 'Unexpected PDF that does not name its language'],
    [{hasTitle: false}, 'Unexpected PDF without a title'],
    [{wordlessPictures: 1}, 'Unexpected picture without an alternative text'],
    [{wordlessPictures: 2}, 'Unexpected 2 pictures without alternative texts']
  ])('what is read aloud: %j', (facts, reason) => {
    const faults = told('reading', plain, facts).filter(({rule}) => rule === 'reading-fault')
    expect(faults.map(fault => fault.reason.split(',')[0])).toEqual([reason])
    expect(told('copier', plain, facts).filter(({rule}) => rule === 'reading-fault')).toEqual([])
  })

  test('a screen asks for fewer pixels, and takes fonts that are programs', () => {
    const severityAt = (purpose: Purpose, ppi: number) => told(purpose, drawn(600 / ppi * 72)).find(({rule}) => rule === 'picture-resolution')?.severity
    expect([71, 146, 148].map(ppi => severityAt('reading', ppi))).toEqual(['error', 'warning', undefined])
    expect([149, 150, 295].map(ppi => severityAt('copier', ppi))).toEqual(['error', 'warning', undefined])
    const rulesWith = (change: Partial<FontView>) => told('reading', plain, {}, {resources: {...resources, fonts: new Map([['F1', {...font, ...change}]])}}).map(({rule}) => rule)
    expect([rulesWith({isType3: true, isEmbedded: false}), rulesWith({isEmbedded: false})]).toEqual([['no-press-file'], ['no-press-file', 'font-embedding']])
  })
})

test('pages are counted against the binding', () => {
  const count = (length: number) => preflight(job(Array.from({length}, (_, index) => page(plain, {page: index + 1})))).filter(({rule}) => rule === 'page-count').map(({remedy}) => /\d blank|a blank/.exec(remedy)?.[0])
  expect([1, 2, 3, 8, 10, 11, 66, 67].map(count)).toEqual([[], [], ['a blank'], [], ['2 blank'], ['a blank'], [], ['a blank']])
  expect(preflight(job(Array.from({length: 3}, (_, index) => page(plain, {page: index + 1, trim: undefined})))).map(({rule}) => rule)).toEqual(['no-trim-box'])
  expect(preflight(job(Array.from({length: 3}, (_, index) => page(plain, {page: index + 1, trim: undefined})), {isAsked: true})).map(({rule}) => rule)).toEqual(['page-count', 'no-trim-box'])
})

test('a page of another size is told with the size of most; a sheet of the cover may have its own', () => {
  const wide = {...trim, right: trim.right + 20}
  const found = (isCover: boolean, trims: readonly typeof trim[]) => preflight(job(trims.map((own, index) => page(plain, {page: index + 1, trim: own, bleed: undefined})), {isCover})).filter(({rule}) => rule === 'page-size').map(({page: at, reason}) => [at, reason])
  expect(found(false, [trim, wide, trim, trim])).toEqual([[2, 'Unexpected size of 148 × 212 mm, expected 141 × 212 mm as most pages have']])
  expect(found(false, [trim, {...trim, right: trim.right + 0.3}])).toEqual([])
  expect(found(true, [trim, wide])).toEqual([])
})

test('marks outside the bleed are not the page’s', () => {
  expect(rulesOf(`${plain} 0.1 w 5 5 m 20 5 l S`)).toEqual([])
})

test('what is cut away is not there', () => {
  expect(rulesOf(`${plain} q 100 100 50 50 re W n 0 g 0 0 480 680 re f Q`)).toEqual([])
  expect(rulesOf('100 100 50 50 re W n 0 g 200 200 50 50 re f')).toContain('blank-page')
})

test('conversions are told: errors by their page, colour in one ink as a note', () => {
  const conversions = [{page: 1, unconverted: ['a gradient'], hasColour: true, ownGrays: [], colourObjects: [7], failedObjects: []}]
  const found = preflight(job([page(drawn(100))], {conversions, colour: 'black', isCover: true}))
  expect(found.map(({rule, severity}) => [rule, severity])).toEqual([['unconverted-colour', 'error'], ['colour-lost', 'note']])
  expect(found[1]?.box?.left).toBe(100)
  expect(preflight(job([page(drawn(100))], {conversions: [{page: 1, unconverted: [], hasColour: true, ownGrays: [], colourObjects: [], failedObjects: []}], colour: 'process', isCover: true}))).toEqual([])
})

test('colour that is printed in black is found where it stands, a stretch at a time', () => {
  const found = (content: string, ownGrays: readonly number[]) => preflight(job([page(content)], {conversions: [{page: 1, unconverted: [], hasColour: true, ownGrays, colourObjects: [], failedObjects: []}], colour: 'black', isCover: true}))
    .filter(({rule}) => rule === 'colour-lost').map(({box}) => box && [box.left, box.bottom, box.right, box.top].map(Math.round))
  const drawing = '0.25 g 100 100 50 50 re f 100 160 50 50 re f 0 g 200 100 50 50 re f 0.25 g 300 100 50 50 re f'
  expect(found(drawing, [0.25003])).toEqual([[100, 100, 150, 210], [300, 100, 350, 150]])
  expect(found(drawing, [0.3])).toEqual([undefined])
  // A word within a line: four letters of 5 pt each.
  expect(found('BT /F1 10 Tf 1 0 0 1 100 300 Tm 0 g (word) Tj 0.25 g (word) Tj 0 g (word) Tj ET', [0.25])).toEqual([[120, 298, 140, 307]])
})

test('gradients are found where they are painted: in areas, lines and letters', () => {
  const painted = [['area', '/Pattern cs /G scn 100 100 50 50 re f'], ['line', '/Pattern CS /G SCN 2 w 100 100 m 150 150 l S'], ['letters', `/Pattern cs /G scn ${text(100, 300)}`], ['clip', 'q 100 100 50 50 re W n /G sh Q']]
  const others = '/Pattern cs /H scn 300 100 50 50 re f'
  const conversion = {page: 1, unconverted: [], hasColour: true, ownGrays: [], colourObjects: [8], failedObjects: []}
  const found = (content: string, change: Partial<Conversion>) => preflight(job([page(`${content} ${others}`)], {conversions: [{...conversion, ...change}], colour: 'black', isCover: true})).map(({rule, box, reason}) => [rule, Math.round(box?.left ?? 0), /coloured gradient|gradient of some kind/.test(reason)])
  for (const [what, content = ''] of painted) {
    expect([what, found(content, {})]).toEqual([what, [['colour-lost', 100, true]]])
    expect([what, found(content, {hasColour: false, unconverted: ['gradient of some kind'], failedObjects: [8]})]).toEqual([what, [['unconverted-colour', 100, true]]])
  }
})

test('pictures inside the content are measured as others are', () => {
  const [painted] = paintPages([page('q 72 0 0 36 20 20 cm BI /W 30 /H 30 /BPC 8 /CS /RGB ID xxx EI Q q 10 0 0 10 0 0 cm BI /Width 9 /Height 9 /ImageMask true ID x EI Q')])
  expect(painted?.marks).toEqual([
    {kind: 'picture', box: {left: 20, bottom: 20, right: 92, top: 56}, isRgb: true, isInkless: true, ppi: 30},
    {kind: 'picture', box: {left: 0, bottom: 0, right: 10, top: 10}, isRgb: false, ppi: 64.8}
  ])
})

test('forms are painted where they are placed', () => {
  const form = {kind: 'form' as const, matrix: [1, 0, 0, 1, 30, 0] as const, content: () => '1 0 0 rg 0 0 10 10 re f', resources}
  const [painted] = paintPages([page('q 2 0 0 2 100 100 cm /Fm Do Q', {resources: {...resources, drawn: new Map([['Fm', form]])}})])
  expect(painted?.marks).toEqual([{kind: 'path', box: {left: 160, bottom: 100, right: 180, top: 120}, isRgb: true, isInkless: true}])
})

test('forms that lead to themselves, or multiply, come to an end', () => {
  const self: {value?: ResourceView} = {}
  const form = {kind: 'form' as const, matrix: [1, 0, 0, 1, 0, 0] as const, content: () => '/Fm Do '.repeat(10), get resources(): ResourceView { return self.value ?? resources }}
  self.value = {...resources, drawn: new Map([['Fm', form]])}
  expect(() => paintPages([page('/Fm Do', {resources: self.value ?? resources})], {page: 100_000, file: 1_000_000})).toThrow(TooMuchContent)
})

test('many pages together may hold what no single one may', () => {
  const pages = Array.from({length: 30}, (_, index) => page('0 g '.repeat(50), {page: index + 1}))
  expect(paintPages(pages, {page: 400, file: 10_000})).toHaveLength(30)
  expect(() => paintPages(pages, {page: 400, file: 5_000})).toThrow(TooMuchContent)
  expect(() => paintPages(pages, {page: 200, file: 10_000})).toThrow(TooMuchContent)
})

const sheet = {widthPx: 640, heightPx: 907, trim: {leftPx: 53, topPx: 53, widthPx: 534, heightPx: 800}}
const origin = {printed: [3], sheet, blocks: [
  {at: 'a.md:2:1', page: 2, box: {leftPx: 0, topPx: 0, widthPx: 640, heightPx: 900}},
  {at: 'a.md:5:1', page: 3, box: {leftPx: 0, topPx: 0, widthPx: 640, heightPx: 900}},
  {at: 'b c:d.md:7:3', page: 3, box: {leftPx: 100, topPx: 100, widthPx: 200, heightPx: 50}}
]}

test('a place on a page is the smallest block there, on the printed page that it comes from', () => {
  const box = boxOf({at: '', page: 3, box: {leftPx: 110, topPx: 110, widthPx: 20, heightPx: 20}}, sheet)
  expect(box.top).toBeCloseTo((907 - 110) * 0.75)
  expect(placeOf({page: 1, box}, origin)).toEqual({file: 'b c:d.md', line: 7, column: 3})
  expect(placeOf({page: 1, box: {left: 300, bottom: 10, right: 310, top: 20}}, origin)).toEqual({file: 'a.md', line: 5, column: 1})
  expect(placeOf({page: 2, box}, origin)).toBeUndefined()
  const line = {rule: 'hairline' as const, severity: 'warning' as const, reason: 'Unexpected line', remedy: 'Make it thicker.'}
  const said = (...found: readonly object[]) => gather(found.map(each => placed({...line, ...each}, origin))).map(alike => messageOf(alike, 'the press file'))
  expect(said({page: 1, box})).toMatchObject([{ruleId: 'hairline', severity: 'warning', place: {line: 7}, reason: 'Unexpected line (page 1 of the press file)'}])
  expect(said({page: 1, box}, {page: 1}, {page: 1, box})).toMatchObject([{place: {line: 7}, reason: 'Unexpected line (page 1 of the press file; also a.md:5:1)'}])
  expect(said({page: 2, box})).toMatchObject([{place: {file: '.'}, reason: 'Unexpected line (page 2 of the press file)'}])
})

const foundThere = {rule: 'hairline' as const, severity: 'warning' as const, page: 1, box: {left: 48, bottom: 340, right: 96, top: 408}, place: {file: '<a>.md', line: 3}, reason: 'Unexpected `<x>`', remedy: 'Mend.'}
const pageThere = {page: 1, media, trim, picture: Uint8Array.of(1), coverage: {inks: {black: 0.125, '"Red"': 0.5}, most: 1}}

test('the page draws each finding where it is, and lets no text be markup', () => {
  const html = reportPage('A <b>', [{name: 'a.pdf', pages: [pageThere], findings: [foundThere]}])
  expect(html).toContain('left:10.00%;top:40.00%;width:10.00%;height:10.00%')
  expect(html).toContain('12.5 %')
  expect(html).toContain('<dt>&quot;Red&quot;</dt>')
  expect(html).toContain('<code>&lt;x&gt;</code>')
  expect(html).not.toMatch(/<b>A|A <b>|<a>\.md|<script/)
})

test('the list leads to the pages and back; the gravest stands first and is drawn on top', () => {
  const html = reportPage('A', [{name: 'a.pdf', pages: [pageThere], findings: [foundThere, {...foundThere, severity: 'error'}, foundThere]}, {name: 'b.pdf', pages: [pageThere], findings: [foundThere]}])
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  expect(targets.length).toBeGreaterThan(6)
  for (const target of targets) expect(ids).toContain(target)
  expect(html).toContain('<li id="file-1-finding-1" class="error">')
  expect(html.match(/<li id=/g)).toHaveLength(3)
  expect(html.match(/class="mark /g)).toHaveLength(4)
  expect(html.indexOf('class="mark error"')).toBeGreaterThan(html.indexOf('class="mark warning"'))
})

test('a box that reaches beyond the sheet ends at its edge', () => {
  const html = reportPage('A', [{name: 'a.pdf', pages: [pageThere], findings: [{...foundThere, box: {left: -48, bottom: -100, right: 48, top: 68}}]}])
  expect(html).toContain('left:0.00%;top:90.00%;width:10.00%;height:10.00%')
})

test('what the build says of a block is a finding where the block stands', () => {
  const said = {ruleId: 'overfull-line' as const, severity: 'warning' as const, reason: 'Unexpected line', remedy: 'Shorten it.', place: {file: 'b c:d.md', line: 7, column: 3}}
  expect(findingOf(said, origin)).toMatchObject({rule: 'overfull-line', page: 1, box: {left: 75, right: 225}, place: {line: 7}})
  expect(findingOf({...said, place: {file: 'a.md', line: 2, column: 1}}, origin)).toBeUndefined()
})
