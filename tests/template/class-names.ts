/** The classes that the program's styles, templates and code name, read out of their files. */
import {globSync, readFileSync} from 'node:fs'
import {basename} from 'node:path'
import * as csstree from 'css-tree'

/** Pages that hold nothing of a manuscript: the drawn cover, the printing instructions, the preview's own. */
const apart = ['templates/epub/cover.', 'templates/printing/', 'templates/preview/']
const filesOf = (pattern: string) => globSync(pattern).toSorted().filter(path => !apart.some(start => path.startsWith(start)))

const inSelectors = (css: string): readonly string[] => {
  const found: string[] = []
  csstree.walk(csstree.parse(css), node => {
    if (node.type === 'ClassSelector') found.push(node.name)
  })
  return found
}

const behindDots = (text: string): readonly string[] => [...text.matchAll(/\.([\w-]+)/g)].map(([, name]) => name ?? '')

const quoted = String.raw`(?:'([^'\n]+)'|${'`'}([^${'`'}\n]+)${'`'})`
const spoken = (source: string, before: string): readonly string[] => [...source.matchAll(new RegExp(before + quoted, 'g'))].map(([, plain, template]) => plain ?? template ?? '')

/** The classes that code gives, asks for and looks for; a part that is computed stands as a letter. */
const inCode = (path: string): readonly string[] => {
  const source = readFileSync(path, 'utf8').replaceAll(/\$\{[^{}]*\}/g, '1')
  const given = spoken(source, String.raw`(?:className(?:: \[?| = \[?)|classList\.\w+\(|classes\.includes\(|hasClass\([^,()]+, |className: \[\.\.\.[^\]']+, )`)
  const made = spoken(source, String.raw`\b[hs]\(`).flatMap(behindDots)
  const sought = spoken(source, String.raw`(?:querySelector(?:All)?(?:<\w+>)?|closest|matches|all)\(`).flatMap(behindDots)
  return [...given.flatMap(text => text.split(' ')), ...made, ...sought].filter(name => /^[a-z][a-z0-9-]*$/.test(name))
}

const sheets = filesOf('templates/*/*.css').map(path => [path, inSelectors(readFileSync(path, 'utf8'))] as const)
const written = ['page-style', 'in-page/paragraphs/rules'].map(name => `scripts/typeset/${name}.ts`).map(path => [path, [...readFileSync(path, 'utf8').matchAll(/(?<=[\s(:>,`']|figure)\.([a-z][a-z-]*)(?=[\s:.,{)>+~])/g)].map(([, name]) => name ?? '')] as const)
const pages = filesOf('templates/*/*.html').map(path => [path, [...readFileSync(path, 'utf8').matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' '))] as const)
const code = globSync('scripts/{text,template,typeset,web,epub,pdf}/**/*.ts').toSorted().filter(path => basename(path) !== 'cover-fit.ts').map(path => [path, inCode(path)] as const).filter(([, names]) => names.length > 0)

/** What each file names: style sheets, styles in code, templates, and code that gives or seeks classes. */
export const classesByFile = {sheets, written, pages, code} as const
