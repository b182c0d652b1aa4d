/** The files that the page is made of: a fixed list, read once when the preview starts. */
import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Resource} from '../types.ts'

const own = ['index.html', 'preview.css', 'preview.js', 'session.js', 'stage.js', 'going.js', 'files.js', 'keyboard.js', 'keys.js', 'let-go.js', 'news.js', 'draw.js', 'painter.js', 'places.js', 'panels.js', 'thumbs.js', 'reader.html', 'reader.js', 'notes.js', 'reader.css']
const reader = ['view.js', 'epubcfi.js', 'progress.js', 'overlayer.js', 'text-walker.js', 'epub.js', 'paginator.js', 'footnotes.js', 'fixed-layout.js', 'vendor/zip.js']
const fonts = ['alegreya/files/alegreya-latin-400-normal', 'alegreya/files/alegreya-latin-400-italic', 'alegreya/files/alegreya-latin-700-normal', 'alegreya-sc/files/alegreya-sc-latin-400-normal']

const templates = fileURLToPath(new URL('../../templates/preview/', import.meta.url))
const resolve = createRequire(import.meta.url).resolve

/** Load them all, by the name that the page asks for. */
export async function pageFiles(): Promise<ReadonlyMap<string, Resource>> {
  const pdfium = dirname(resolve('@embedpdf/pdfium'))
  const paths: readonly (readonly [string, string])[] = [
    ...own.map(name => [name, join(templates, name)] as const),
    ...reader.map(name => [`foliate/${name}`, resolve(`foliate-js/${name}`)] as const),
    ...fonts.map(name => [`${name.split('/').at(-1) ?? ''}.woff2`, resolve(`@fontsource/${name}.woff2`)] as const),
    ['pdfium.js', join(pdfium, 'index.browser.js')],
    ['pdfium.wasm', join(pdfium, 'pdfium.wasm')]
  ]
  return new Map(await Promise.all(paths.map(async ([name, path]): Promise<[string, Resource]> => [name, {mediaType: mediaTypeOf(name), bytes: mended(name, await readFile(path))}])))
}

const mediaTypes: Readonly<Record<string, string>> = {html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', woff2: 'font/woff2', wasm: 'application/wasm'}

function mediaTypeOf(name: string): string {
  return mediaTypes[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
}

/**
 * The paginator draws its page anew whenever its box or its colours change, also while a section is still being parsed,
 * whose document has no root yet ("parameter 1 is not of type 'Element'"). A section is drawn when it has loaded anyway.
 */
const waitsForRoot: readonly (readonly [string, string])[] = [
  ['render() {\n        if (!this.#view) return', 'render() {\n        if (!this.#view?.document?.body) return'],
  ['const doc = this.#view?.document\n        if (!doc) return', 'const doc = this.#view?.document\n        if (!doc?.body) return']
]

/** A file of foliate-js 1.0.1 as we serve it. @throws Error where the paginator is another one. */
export function mended(name: string, bytes: Buffer): Buffer {
  if (!name.endsWith('paginator.js')) return bytes
  const text = bytes.toString()
  const strange = waitsForRoot.find(([as]) => text.split(as).length !== 2)
  if (strange) throw new Error(`Unexpected ${name}, expected one \`${strange[0]}\``)
  return Buffer.from(waitsForRoot.reduce((so, [as, be]) => so.replace(as, be), text))
}
