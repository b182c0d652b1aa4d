/** The pages of the text: chapters in their files, each a section that says what it is. */
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Chapter, Pamphlet} from '../types.ts'
import {clean, type Setting} from './clean.ts'
import {uniqueNames} from './names.ts'
import {onLines, type Page} from './page.ts'
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
      title: (openings === 'page' ? chapter?.title : undefined) ?? title,
      matter: 'bodymatter',
      children: onLines(opensText ? [h('h1', {className: ['title']}, title), ...sections] : sections)
    }
  })
}

function cleanChapter({id, title, heading, children}: Chapter, setting: Setting): CleanChapter {
  const head: readonly Element[] = heading ? [{...heading, properties: {...heading.properties, id}}] : []
  const blocks = clean([...head, ...children], setting).filter(block => block.type !== 'text' || block.value.trim() !== '')
  return {id, title: lineOf(title), hasHeading: heading !== undefined, blocks}
}

/** A chapter is named by its head; a part that goes on without one, by the same words. */
function sectionOf({chapter, blocks, continues}: Part): ElementContent {
  const {id, title, hasHeading} = chapter
  const children = [...onLines(blocks)]
  if (!hasHeading) return h('section', continues ? {} : {id}, children)
  const label = continues ? {ariaLabel: title} : {ariaLabelledBy: [id]}
  return {type: 'element', tagName: 'section', properties: {'epub:type': 'chapter', role: 'doc-chapter', ...label}, children}
}
