/** The pages of the text: chapters in their files, each a section that says what it is. */
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {holdsNoteReference} from '../elements.ts'
import type {Chapter, Pamphlet} from '../types.ts'
import {clean, type Setting} from './clean.ts'
import {uniqueNames} from './names.ts'
import {isPageBreak} from './page-breaks.ts'
import {container, type Page} from './page.ts'
import {divide, type CleanChapter, type Part} from './split.ts'
import {lineOf} from './xhtml.ts'

/** Make the pages of the text, without their notes; none is over `limit` bytes once its notes are in it. */
export function textPages(pamphlet: Pamphlet, title: string, setting: Setting, limit: number): readonly Page[] {
  const {openings, notes} = pamphlet
  const chapters = pamphlet.chapters.map(chapter => cleanChapter(chapter, setting))
  const numbers = new Map(chapters.map((chapter, index) => [chapter, index + 1]))
  const name = uniqueNames()
  return divide(chapters, notes, openings, limit).map((parts, index): Page => {
    const sections = parts.map(sectionOf)
    const chapter = parts[0]?.chapter
    const stem = openings === 'run-on' || !chapter ? 'text' : `chapter-${numbers.get(chapter) ?? 0}`
    const opensText = openings === 'run-on' && index === 0
    return {
      filename: `${name(stem)}.xhtml`,
      // A head may be a picture without words; a file has to have a title.
      title: openings === 'page' && chapter?.title ? chapter.title : title,
      matter: 'bodymatter',
      children: opensText ? [h('h1', {className: ['title']}, title), ...sections] : sections
    }
  })
}

function cleanChapter({id, title, heading, children}: Chapter, setting: Setting): CleanChapter {
  const head: readonly Element[] = heading ? [{...heading, properties: {...heading.properties, id}}] : []
  const blocks = clean([...head, ...children], setting).filter(block => block.type !== 'text' || block.value.trim() !== '')
  return {id, title: lineOf(title), hasHeading: heading !== undefined, blocks}
}

/** A page break at the start of a head moves in front of it: the head names its section, and a page is no part of the name. */
function outOfHead(block: ElementContent): readonly ElementContent[] {
  if (block.type !== 'element' || !/^h[1-6]$/.test(block.tagName)) return [block]
  const first = block.children.findIndex(child => !isPageBreak(child))
  return first <= 0 ? [block] : [...block.children.slice(0, first), {...block, children: block.children.slice(first)}]
}

/** A chapter is named by its head; a part that goes on without one, or one whose head has a note, by the same words. */
function sectionOf({chapter, blocks: parts, continues}: Part): ElementContent {
  const blocks = parts.flatMap(outOfHead)
  const {id, title, hasHeading} = chapter
  // A section would promise a head.
  if (!hasHeading) return container('div', {className: ['untitled'], ...(!continues && {id})}, blocks)
  const isNamed = continues || blocks.some(block => block.type === 'element' && block.properties.id === id && holdsNoteReference(block))
  const label = !isNamed ? {ariaLabelledBy: [id]} : title === '' ? {} : {ariaLabel: title}
  return container('section', {'epub:type': 'chapter', role: 'doc-chapter', ...label}, blocks)
}
