/** From the terms marked in the files to the pamphlet's index. */
import type {ElementContent, Root} from 'hast'
import {toString as textOf} from 'hast-util-to-string'
import type {Root as MdastRoot} from 'mdast'
import type {VFile} from 'vfile'
import {elementsIn} from '../elements.ts'
import type {IndexEntry} from '../types.ts'
import type {IndexTerm, Level} from './build-index.ts'
import {buildIndex, termKey} from './build-index.ts'
import {nameMarks} from './index-marks.ts'
import {report} from './report.ts'
import type {MarkedTerm} from './take-terms.ts'
import {typesetText} from './typography/index.ts'

/** A term with its levels set as the text is. */
export type ComposedTerm = Omit<MarkedTerm, 'levels'> & {readonly levels: readonly Level[]}

export type FileTerms = {readonly file: VFile; readonly tree: Root; readonly notes: ReadonlyMap<string, Root>; readonly terms: readonly ComposedTerm[]}

/** Set the terms of a file by its rules: all at once, each level a paragraph. */
export function composeTerms(terms: readonly MarkedTerm[], rules: (tree: MdastRoot) => Root): readonly ComposedTerm[] {
  if (terms.length === 0) return []
  const levels = terms.flatMap(term => term.levels)
  const set = rules({type: 'root', children: levels.map(children => ({type: 'paragraph', children: [...children]}))})
  const paragraphs = set.children.filter(child => child.type === 'element').values()
  return terms.map(term => ({...term, levels: term.levels.map(() => levelOf(paragraphs.next().value?.children ?? []))}))
}

function levelOf(nodes: readonly ElementContent[]): Level {
  return {nodes, text: textOf({type: 'root', children: [...nodes]})}
}

/** Name the marks in the files' trees, in place, and draw up the index; reports what leads nowhere. */
export function composeIndex(files: readonly FileTerms[], lang: string): readonly IndexEntry[] {
  let count = 0
  const taken = new Set<string>()
  const terms = files.flatMap(({file, tree, notes, terms: own}): readonly IndexTerm[] => {
    const ids = new Map(own.map(({number}) => [number, `pamphlet-index-${++count}`]))
    for (const part of [tree, ...notes.values()]) nameMarks(part, number => ids.get(number), taken)
    return own.map(({number, position, target, levels, ...term}) => ({
      ...term, levels, id: ids.get(number) ?? '',
      target: target.split('!').map(level => termKey(typesetText(level, lang))),
      fault: (reason, remedy) => report(file, 'bad-index', {...(position && {position})}, reason, remedy)
    }))
  })
  const present = idsIn(files.flatMap(({tree, notes}) => [tree, ...notes.values()]))
  return buildIndex(terms.map(term => ({...term, isPresent: present.has(term.id)})), lang)
}

function idsIn(trees: readonly Root[]): ReadonlySet<string> {
  return new Set(trees.flatMap(elementsIn).flatMap(({properties: {id}}) => typeof id === 'string' ? [id] : []))
}
