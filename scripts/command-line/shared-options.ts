/** The options that mean the same wherever they stand. */
import type {OptionLine} from './values.ts'

export const shared = {
  theme: {flags: '--theme <NAME>', summary: "the theme, in place of the metadata's; ./DIR for one of your own"},
  style: {flags: '--style <FILE>', summary: "your own CSS, which wins over the theme's"},
  date: {flags: '--date <ISO>', summary: 'the date of the build, as YYYY-MM-DD'},
  strict: {flags: '--strict', summary: 'take warnings for errors'},
  browser: {flags: '--browser <PATH>', summary: 'the browser that prints'}
} as const satisfies Readonly<Record<string, OptionLine>>

/** What the preview takes where nothing else is asked for: its port, and Visual Studio Code's link to a place. */
export const previewStandard = {port: 4747, editor: 'vscode://file/{path}:{line}:{column}'} as const
