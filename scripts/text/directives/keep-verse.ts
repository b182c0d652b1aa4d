/** The lines of a poem that is quoted stay lines. */
import type {Paragraph, PhrasingContent} from 'mdast'
import {areVerse} from '../meant-lines.ts'
import {splitLines, wordsOf} from './lines.ts'
import type {Quoted} from './source-line.ts'

/** End each line of the paragraphs that are verse. */
export function keepVerse({children}: Quoted): void {
  for (const child of children) if (child.type === 'paragraph') keepLines(child)
}

function keepLines(paragraph: Paragraph): void {
  const lines = splitLines(paragraph.children)
  if (areVerse(lines.map(wordsOf))) paragraph.children = lines.flatMap((line, index): readonly PhrasingContent[] => index === 0 ? line : [{type: 'break'}, ...line])
}
