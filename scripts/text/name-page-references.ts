/** Gives every page reference the title of its target, for the editions that have no pages. */
import type {Element, ElementContent, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import {elementsIn, hasClass} from '../elements.ts'
import {plainTitle} from './chapters.ts'
import {firstSentence} from '../template/first-sentence.ts'
import type {Metadata} from '../types.ts'
import {rankOf} from './rehype-headings.ts'
import type {Language} from './typography/languages.ts'
import {languageFor} from './typography/languages.ts'

type Title = readonly ElementContent[]

/** Characters of a caption that stand for it. */
const captionLength = 60
/** A caption of more words would run into the sentence that it stands in: it goes into quotation marks. */
const mostWords = 6

/** Fill the links, in place; ids are resolved by now. What has no title of its own goes by the head above it. `lang` is the BCP 47 tag that says which quotation marks. */
export function namePageReferences(trees: readonly Root[], {title, lang}: Pick<Metadata, 'title' | 'lang'>): void {
  const titles = new Map<string, Title>()
  for (const tree of trees) collectTitles(tree, {title: [{type: 'text', value: title}], titles, language: languageFor(lang)})
  for (const tree of trees) {
    for (const element of elementsIn(tree)) {
      const {href, dataPageRef} = element.properties
      if (dataPageRef !== undefined && typeof href === 'string') element.children = [...structuredClone(titles.get(href.slice(1)) ?? [])]
    }
  }
}

type Collected = {readonly title: Title; readonly titles: Map<string, Title>; readonly language: Language}

function collectTitles(tree: Root, {title, titles, language}: Collected): void {
  let head = title
  for (const element of elementsIn(tree)) {
    const {id} = element.properties
    if (rankOf(element.tagName) !== undefined) head = plainTitle(element)
    if (typeof id === 'string') titles.set(id, captionOf(element, language) ?? head)
  }
}

/** The first words of the caption of a figure or a table, or of the title of a box. */
function captionOf(element: Element, language: Language): Title | undefined {
  const caption = captionElement(element)
  // Numbers of notes and marks of the index are no words of it.
  const words = caption ? firstSentence(textOf({type: 'root', children: [...plainTitle(caption)]}), captionLength) : ''
  if (words === '') return undefined
  return [{type: 'text', value: words.split(/\s+/).length > mostWords ? quoted(words, language) : words}]
}

/** In the language's quotation marks, if the words have none of their own, which would stand inside such as they are. */
function quoted(words: string, {quotes: {primary: [open, close]}, spaces}: Language): string {
  const space = spaces?.guillemets ?? ''
  return words.includes(open) || words.includes(close) ? words : `${open}${space}${words}${space}${close}`
}

/** Who names a table by an id gives it to the directive around it. */
function captionElement(element: Element): Element | undefined {
  const children = element.children.filter(child => child.type === 'element')
  const {tagName} = element
  if (tagName === 'figure' || tagName === 'table') return children.find(child => child.tagName === 'figcaption' || child.tagName === 'caption')
  if (tagName === 'aside') return children.find(child => hasClass(child, 'aside-title'))
  const table = hasClass(element, 'captioned') || hasClass(element, 'timeline') ? children.find(child => child.tagName === 'table') : undefined
  return table && captionElement(table)
}
