/** The style sheets of a theme's editions, as a page has them. */
import {readFileSync} from 'node:fs'

const sheet = (...files: readonly string[]): string => files.map(file => readFileSync(`templates/${file}`, 'utf8')).join('\n')

/** Each theme's name, an edition of it, and its style. */
export const editionSheets: readonly (readonly [theme: string, edition: string, css: string])[] = ['classic', 'broadsheet', 'large-print', 'plain'].flatMap(theme => [
  [theme, 'paper', sheet('common.css', 'common/print.css', `${theme}/print.css`)] as const,
  [theme, 'the web', sheet('common.css', 'common/web.css', `${theme}/web.css`)] as const,
  [theme, 'e-readers', sheet('epub/base.css', `${theme}/epub.css`)] as const
])
