/** Raises the endings of ordinals where the language does so: 1er, XIXe. */
import type {ElementContent, Root, Text} from 'hast'
import {h} from 'hastscript'
import {SKIP, visit} from 'unist-util-visit'
import {hideAddresses} from './typography/addresses.ts'
import {blocksOf} from './typography/blocks.ts'
import type {Language} from './typography/languages.ts'
import {languageFor} from './typography/languages.ts'
import {ordinalEndings} from './typography/ordinals.ts'

/** Set `sup` around them, in place; `lang` as for the rest of the typography, which comes first. */
export function rehypeOrdinals({lang}: {readonly lang: string}) {
  return (tree: Root): void => {
    const languages = new Map(blocksOf(tree, languageFor(lang)).flatMap(({pieces}) => pieces.flatMap(({node, language}) => node ? [[node, language] as const] : [])))
    visit(tree, 'text', (text, index, parent) => {
      const language = languages.get(text)
      if (!language || !parent || index === undefined || parent.type === 'element' && parent.tagName === 'sup') return undefined
      const parts = raised(text, language)
      if (parts.length > 1) parent.children.splice(index, 1, ...parts)
      return [SKIP, index + Math.max(1, parts.length)]
    })
  }
}

function raised({value}: Text, language: Language): readonly ElementContent[] {
  const endings = ordinalEndings(hideAddresses(value), language)
  const parts = endings.flatMap(([from, to], index) => [textOf(value.slice(endings[index - 1]?.[1] ?? 0, from)), h('sup', value.slice(from, to))])
  return [...parts, textOf(value.slice(endings.at(-1)?.[1] ?? 0))].filter(part => part.type !== 'text' || part.value !== '')
}

function textOf(value: string): Text {
  return {type: 'text', value}
}
