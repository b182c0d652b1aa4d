import {expect, test} from 'vitest'
import type {Marked} from '../../../../scripts/typeset/in-page/pages/printed-pages.ts'
import {compositionOf} from '../../../../scripts/typeset/in-page/pages/printed-pages.ts'

const side = (leftPx: number) => ({leftPx, topPx: 40, widthPx: 300, heightPx: 500})
const marked: Marked = {
  sections: [{id: 'pamphlet-section-0', name: 'cover'}, {id: 'pamphlet-section-1', name: 'front'}, {id: 'pamphlet-section-2', name: 'main'}],
  marks: [{id: 'pamphlet-mark-0', at: 'a.md:1:1', offset: 0}, {id: 'pamphlet-mark-1', at: 'a.md:1:1', offset: 60}, {id: 'pamphlet-mark-2', at: 'a.md:1:1', offset: 121}, {id: 'two', at: 'a.md:3:1', offset: 0}, {id: 'pamphlet-mark-4', at: 'a.md:5:1', offset: 0}],
  fitted: [], hidden: [], area: {recto: side(40), verso: side(60)},
  probes: [['two', 'pamphlet-mark-of-0'], ['gone', 'pamphlet-mark-of-1']]
}
const pages = {'pamphlet-mark-of-0': 5, 'pamphlet-section-0': 1, 'pamphlet-section-2': 3, 'pamphlet-mark-0': 3, 'pamphlet-mark-1': 3, 'pamphlet-mark-2': 4, two: 4, 'pamphlet-mark-4': 6}
const made = compositionOf(marked, {count: 6, pages})

test('sections go on to the one behind, and one without a place stands with the one before', () => {
  expect(made.sections).toEqual([{name: 'cover', firstPage: 1, lastPage: 1}, {name: 'front', firstPage: 1, lastPage: 2}, {name: 'main', firstPage: 3, lastPage: 6}])
})

test('a page begins with its first mark', () => {
  expect(made.starts).toEqual([{page: 3, at: 'a.md:1:1', offset: 0}, {page: 4, at: 'a.md:1:1', offset: 121}, {page: 5, at: 'a.md:3:1', offset: 0}, {page: 6, at: 'a.md:5:1', offset: 0}])
})

test('a block stands on each page that has a mark of it', () => {
  expect(made.blocks.map(({at, page, box}) => [at, page, box.leftPx])).toEqual([['a.md:1:1', 3, 40], ['a.md:1:1', 4, 60], ['a.md:3:1', 5, 40], ['a.md:5:1', 6, 60]])
})

test('the page map holds what the author can refer to, and everything must stand there again', () => {
  expect(made.pages).toEqual({two: 5})
  expect(made.anchors).toHaveLength(8)
})
