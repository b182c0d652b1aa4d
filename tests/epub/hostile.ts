/** Pamphlets that try everything: a kitchen sink of what the text may hold, and helpers to build others. */
import type {ElementContent} from 'hast'
import {h, s} from 'hastscript'
import type {Chapter, Note, Pamphlet} from '../../scripts/types.ts'
import {pamphlet as stock} from '../stock.ts'

/** A pamphlet like the stock one with other chapters; its contents list them. */
export function withChapters(chapters: readonly Chapter[], others: Partial<Pamphlet> = {}): Pamphlet {
  const contents = chapters.map(({id, title}) => ({id, title: [{type: 'text' as const, value: title}], children: []}))
  return {...stock, chapters, contents, notes: [], ...others}
}

/** A chapter with a head of plain words. */
export function chapter(id: string, title: string, children: readonly ElementContent[]): Chapter {
  return {id, title, heading: h('h2', {id}, title), children}
}

/** A reference to a note, as the text makes it. */
export function noteref(number: number, count = 1): ElementContent {
  return h('a', {className: ['noteref'], href: `#note-${number}`, id: count === 1 ? `noteref-${number}` : `noteref-${number}-${count}`, role: 'doc-noteref'}, String(number))
}

/** A note of one paragraph. */
export function note(number: number, children: readonly ElementContent[], references = [`noteref-${number}`]): Note {
  return {id: `note-${number}`, number, references, children: [...children]}
}

const drawing = s('svg', {viewBox: '0 0 40 20', width: 40, height: 20, role: 'img', ariaLabel: 'A box', preserveAspectRatio: 'xMidYMid'}, [
  s('title', 'A box'),
  s('defs', [s('linearGradient', {id: 'grade', gradientUnits: 'userSpaceOnUse'}, [s('stop', {offset: '0', stopColor: '#999'})])]),
  s('path', {d: 'M0 0h40v20H0z', strokeWidth: 2, fill: '#999', onclick: 'alert(1)', dataAt: 'x.md:1:1'})
])

const formula: ElementContent = h('math', {display: 'block'}, [h('mfrac', [h('mi', {mathvariant: 'normal'}, 'x'), h('mn', '2')])])

/** One chapter with everything that the dialect and raw HTML can bring. */
export const everything: readonly ElementContent[] = [
  h('p', {dataAt: 'a.md:1:1', align: 'center', lang: 'fr', dir: 'ltr', title: 'Titre & "cætera"'}, ['Voilà ', h('strong', 'tout'), h('br'), 'à la ligne.']),
  h('p', ['Plain ', h('tt', 'teletype'), ' ', h('strike', 'struck'), ' ', h('big', 'big'), ' ', h('font', {color: 'red'}, 'red'), ' ', h('acronym', 'EPUB')]),
  h('center', [h('p', 'In the middle.')]),
  h('p', [h('abbr', {title: 'World Wide Web'}, 'WWW'), ' ', h('time', {dateTime: '1917-10-25'}, 'October'), ' ', h('time', {dateTime: 'once'}, 'once'), h('wbr'), h('kbd', 'k'), h('q', {cite: 'not an address'}, 'q'), h('bdo', {dir: 'rtl'}, 'bdo'), h('ruby', ['漢', h('rp', '('), h('rt', 'kan'), h('rp', ')')])]),
  h('ol', {start: 3, reversed: true, type: 'a'}, [h('li', {value: 7}, 'seven'), h('li', 'six')]),
  h('ul', {className: ['contains-task-list']}, [
    h('li', {className: ['task-list-item']}, [h('input', {type: 'checkbox', checked: true, disabled: true, ariaLabel: 'done'}), ' done']),
    h('li', {className: ['task-list-item']}, [h('input', {type: 'checkbox', disabled: true}), ' to do'])
  ]),
  h('table', {className: ['timeline'], summary: 'old'}, [
    h('caption', 'Years'), h('colgroup', [h('col', {span: 2})]),
    h('thead', [h('tr', [h('th', {scope: 'col', align: 'left', id: 'year'}, 'Year'), h('th', {scope: 'col', align: 'right', abbr: 'What'}, 'What happened')])]),
    h('tbody', [h('tr', [h('th', {scope: 'row'}, '1917'), h('td', {align: 'right', headers: ['year'], rowSpan: 1}, 'much')]), h('tr', [h('td', {colSpan: 2}, '')])])
  ]),
  h('figure', [h('img', {src: 'images/press.svg', width: 40, height: 20}), h('figcaption', [h('p', 'No words for it.')])]),
  h('div', {className: ['verse']}, [h('p', {className: ['stanza']}, [h('span', {className: ['line']}, 'One line'), h('br'), h('span', {className: ['line']}, 'another')])]),
  h('aside', {className: ['pullquote']}, [h('p', 'Pulled.')]),
  h('aside', {className: ['aside']}, [h('p', {className: ['aside-title']}, 'Beside'), h('ul', [h('li', 'x')])]),
  h('div', {className: ['pagebreak']}),
  h('div', {className: ['epigraph']}, [h('p', 'Said'), h('p', {className: ['by']}, 'one')]),
  h('dl', [h('dt', 'term'), h('dd', 'meaning')]),
  h('details', {open: true}, [h('summary', 'More'), h('p', 'hidden words')]),
  h('blockquote', {cite: 'https://example.org/a'}, [h('p', 'quoted'), h('footer', [h('cite', 'who')])]),
  h('pre', [h('code', {className: ['language-js']}, 'if (a < b && b > c) { x = "]]>" }\n\tend')]),
  h('p', [h('ins', {dateTime: '2024-01-15T10:00:00Z'}, 'in'), h('del', 'out'), h('sub', '2'), h('sup', 'n'), h('s', 's'), h('u', 'u'), h('mark', 'm'), h('small', 's'), h('samp', 's'), h('var', 'v'), h('dfn', 'd'), h('bdi', 'b'), h('i', 'i'), h('b', 'b')]),
  h('p', [h('a', {href: 'https://example.org/a b|c?q=[1]&r=ü#x#y', target: '_blank'}, 'odd'), h('a', {href: 'https://müller.example/'}, 'far'), h('a', {href: 'javascript:alert(1)'}, 'bad'), h('a', {href: 'other.md'}, 'file'), h('a', {href: '#nowhere'}, 'nowhere'), h('a', {href: 'mailto:a@example.org'}, 'post')]),
  drawing,
  formula,
  h('hr'),
  h('h3', {id: '1917: “a year”'}, 'An id that XML does not take'),
  h('p', [h('a', {href: '#1917:%20%E2%80%9Ca%20year%E2%80%9D'}, 'there'), ' ', h('x-unknown', [h('em', 'kept')]), h('script', 'alert(1)')]),
  h('nav', {ariaLabel: 'own'}, [h('p', 'nav')]),
  h('section', [h('header', [h('p', [h('ruby', [h('rb', '漢'), h('rt', 'kan')]), h('ruby', ['字', h('rtc', [h('rt', 'ji')])])])]), h('article', [h('address', 'Type Lane'), h('h6', 'Deep')]), h('footer', {ariaHidden: 'true', dir: 'auto'}, 'end')]),
  {type: 'comment', value: 'not -- for print'}
]
