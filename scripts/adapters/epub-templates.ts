/** The templates of the EPUB edition. */
import {readFileSync} from 'node:fs'

/** The texts in `templates/epub/`: EJS for the four files that the library renders, and the base style sheet. */
export type EpubTemplates = {
  readonly contentOPF: string
  readonly tocXHTML: string
  readonly tocNCX: string
  readonly chapterXHTML: string
  readonly baseCss: string
  /** The page of a made cover, and its style. */
  readonly coverHtml: string
  readonly coverCss: string
}

const folder = new URL('../../templates/epub/', import.meta.url)

/** Read the templates of the EPUB edition: the one place where that edition touches the disk. */
export function readEpubTemplates(): EpubTemplates {
  const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
  return {
    contentOPF: read('content.opf.ejs'),
    tocXHTML: read('toc.xhtml.ejs'),
    tocNCX: read('toc.ncx.ejs'),
    chapterXHTML: read('chapter.xhtml.ejs'),
    baseCss: read('base.css'),
    coverHtml: read('cover.html'),
    coverCss: read('cover.css')
  }
}
