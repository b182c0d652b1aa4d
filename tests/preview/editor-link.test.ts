import {expect, test} from 'vitest'
import {previewStandard} from '../../scripts/command-line/shared-options.ts'
import {checkEditor, editorLink} from '../../scripts/preview/editor-link.ts'
import {UsageError} from '../../scripts/types.ts'

const place = {file: 'part one/02-x.md', line: 12, column: 5}

test.each([
  [previewStandard.editor, 'vscode://file/home/a/part%20one/02-x.md:12:5'],
  ['zed://file{path}:{line}', 'zed://file/home/a/part%20one/02-x.md:12'],
  ['idea://open?file={path}&line={line}', 'idea://open?file=/home/a/part%20one/02-x.md&line=12']
])('%s', (template, link) => {
  expect(editorLink(checkEditor(template), '/home/a', place)).toBe(link)
})

test('a place without a line is its first', () => {
  expect(editorLink(previewStandard.editor, '/a', {file: 'b.md'})).toBe('vscode://file/a/b.md:1:1')
})

test('what a file is called is no part of the link', () => {
  expect(editorLink(previewStandard.editor, '/a', {file: '"><script>#?%.md', line: 1})).toBe('vscode://file/a/%22%3E%3Cscript%3E%23%3F%25.md:1:1')
})

test.each(['', 'vscode://file/', 'javascript:alert({path})', 'data:text/html,{path}', 'https://example.org/{path}', 'file://{path}', '{path}', ' JavaScript:{path}'])('%s is refused', template => {
  expect(() => checkEditor(template)).toThrow(UsageError)
})
