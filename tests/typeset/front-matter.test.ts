import {describe, expect, test} from 'vitest'
import type {Plan} from '../../scripts/typeset/front-matter.ts'
import {firstPlan, nextPlan} from '../../scripts/typeset/front-matter.ts'
import type {Metadata, Pamphlet} from '../../scripts/types.ts'
import {composition, metadata, pamphlet} from '../stock.ts'

type Form = Plan['form']

const {back: _, ...alone} = metadata
const leaf: Pamphlet = {...pamphlet, metadata: alone}
const asking = (asked: Partial<Metadata>): Pamphlet => ({...leaf, metadata: {...alone, ...asked}})

/** A composition whose text has so many pages, in a form: what stands around it is not asked. */
const made = (form: Form, textPages: number, blanks: readonly number[] = []) => {
  const first = {none: 1, brief: 2, short: 3, full: 9}[form]
  return composition([...first > 1 ? [['cover', 1, 1] as const] : [], ['main', first, first + textPages - 1]], {}, blanks)
}

/** Compose until a form stands: the text has so many pages in each. */
function settled(text: Pamphlet, first: Form, pagesIn: (form: Form) => number, hasContents = true): readonly Form[] {
  const tried: Form[] = []
  for (let plan: Plan = {form: first}; ; ) {
    const wanted = nextPlan(made(plan.form, pagesIn(plan.form), plan.form === 'short' && !hasContents ? [2] : []), text, plan, tried)
    tried.push(plan.form)
    if (wanted.form === plan.form || tried.length > 4) return tried
    plan = wanted
  }
}

describe('front matter', () => {
  test.each<[number, Form, Form]>([
    [1, 'none', 'none'],
    [2, 'none', 'brief'],
    [3, 'brief', 'none'],
    [4, 'short', 'short'],
    [5, 'short', 'short'],
    [6, 'short', 'brief'],
    [7, 'brief', 'short'],
    [8, 'short', 'short'],
    [9, 'short', 'short'],
    [23, 'short', 'short'],
    [24, 'full', 'full']
  ])('of a text of %i pages is "%s", and "%s" with a back cover', (pages, withoutBack, withBack) => {
    for (const [text, expected] of [[leaf, withoutBack], [asking({back: {text: 'The Press prints.'}}), withBack]] as const) {
      expect(settled(text, 'none', () => pages).at(-1)).toBe(expected)
      if (expected !== 'none') expect(settled(text, 'short', () => pages).at(-1)).toBe(expected)
    }
  })

  test('makes a text that grows by a page behind its cover settle all the same, on contents', () => {
    const grows = (form: Form) => form === 'brief' ? 7 : 6
    for (const first of ['none', 'brief', 'short'] as const) expect(settled(asking({back: {}}), first, grows).at(-1)).toBe('short')
  })

  test.each<[string, Partial<Metadata>, number, Form]>([
    ['begins the text on the back of the cover', {}, 5, 'brief'],
    ['saves two pages with a back cover', {back: {}}, 4, 'brief'],
    ['leaves the cover its back where the back cover would have a blank page before it', {back: {}}, 5, 'short'],
    ['leaves blank what makes the number of pages that is wanted', {back: {}, fit: {goal: {pages: 7}, place: {file: 'a.md'}}}, 5, 'short'],
    ['leaves a cover of its own paper its back', {print: {...metadata.print, cover: 'separate'}}, 5, 'short']
  ])('without contents and imprint %s', (_, asked, pages, expected) => {
    for (const first of ['short', 'brief'] as const) expect(settled(asking(asked), first, () => pages, false).at(-1)).toBe(expected)
  })

  test('of a single page behind a cover has the text on the right', () => {
    expect(settled(asking({back: {}}), 'none', form => form === 'none' ? 2 : 1)).toEqual(['none', 'brief', 'short'])
  })

  test('is what the author wants, whatever the length', () => {
    for (const frontmatter of ['none', 'brief', 'short', 'full'] as const) {
      expect(firstPlan({...asking({frontmatter}), wordCount: 3000}).form).toBe(frontmatter)
      expect(nextPlan(made(frontmatter, 5), asking({frontmatter}), {form: frontmatter}).form).toBe(frontmatter)
    }
  })
})

describe('the first guess', () => {
  test.each<[number, Form]>([[0, 'none'], [1000, 'none'], [1500, 'short'], [2500, 'brief'], [3000, 'short'], [100_000, 'full']])('by %i words is "%s"', (wordCount, form) => {
    expect(firstPlan({...leaf, wordCount}).form).toBe(form)
  })

  test('knows the size of the page', () => {
    expect(firstPlan({...asking({page: {name: 'a4', widthMm: 210, heightMm: 297}}), wordCount: 1500}).form).toBe('none')
  })
})

describe('a cover', () => {
  test.each<[string, Partial<Metadata>]>([
    ['a picture for it', {cover: {image: 'images/press.svg', alt: ''}}],
    ['a sheet of its own for it', {print: {...metadata.print, cover: 'separate'}}],
    ['a folded sheet', {booklet: {...metadata.booklet, layout: 'zine'}}],
    ['pages for a folded sheet', {fit: {goal: {multipleOf: 4}, place: {file: 'pamphlet.yaml'}}}],
    ['the full front matter', {frontmatter: 'full'}]
  ])('is made where there is %s', (_name, asked) => {
    expect(firstPlan(asking(asked)).form).not.toBe('none')
    expect(nextPlan(made('none', 1), asking(asked), {form: 'none'}).form).not.toBe('none')
  })

  test('is not made for one or two pages that are asked for as such', () => {
    expect(firstPlan(asking({fit: {goal: {pages: 2}, place: {file: 'pamphlet.yaml'}}})).form).toBe('none')
  })

  test('on paper of its own has no text on its back', () => {
    const separate = {print: {...metadata.print, cover: 'separate' as const}}
    for (const asked of [separate, {...separate, back: {price: '1 €'}}]) expect([2, 3, 6, 7].map(pages => settled(asking(asked), 'short', () => pages).at(-1))).toEqual(['short', 'short', 'short', 'short'])
  })
})
