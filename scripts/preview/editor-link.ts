/** Links that open a place of the manuscript in the author's editor. */
import {resolve, sep} from 'node:path'
import {previewStandard} from '../command-line/shared-options.ts'
import type {Place} from '../types.ts'
import {UsageError} from '../types.ts'

/** Schemes under which the browser itself would run or open something. */
const ownSchemes = ['javascript', 'data', 'blob', 'vbscript', 'file', 'http', 'https', 'about']

/** Check the template of a link. Throws UsageError where it has no place for the path, or would not leave the browser. */
export function checkEditor(template: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(template)?.[1]?.toLowerCase()
  if (scheme !== undefined && !ownSchemes.includes(scheme) && template.includes('{path}')) return template
  throw new UsageError(`Unexpected link \`${template}\`, expected an editor's with \`{path}\`, \`{line}\` and \`{column}\``, `Write \`--editor "${previewStandard.editor}"\`, or another's, such as \`zed://file/{path}:{line}:{column}\`.`)
}

/** Fill the template: `path` absolute with forward slashes, each part escaped; line and column count from 1. */
export function editorLink(template: string, folder: string, {file, line = 1, column = 1}: Place): string {
  const path = resolve(folder, file).split(sep).map(part => encodeURIComponent(part).replaceAll('%3A', ':')).join('/')
  // A template that writes its own slash in front must not get two.
  const filled = template.includes('/{path}') ? path.replace(/^\//, '') : path
  return template.replaceAll('{path}', filled).replaceAll('{line}', String(line)).replaceAll('{column}', String(column))
}
