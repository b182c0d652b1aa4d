/**
 * What each key of the metadata is for, in a sentence: editors show it, and the reference is made from it. A key that is
 * new in the schema has to be described here, or the types do not hold.
 */
import type {CheckedMetadata} from '../manuscript/metadata-schema.ts'

/** `standard`: what stands in where the key is absent; `example`: YAML that can be written as it is. */
export type Description = {
  readonly text: string
  readonly standard?: string
  readonly example: string
  readonly keys?: Readonly<Record<string, string>>
}

export const descriptions: Readonly<Record<keyof CheckedMetadata, Description>> = {
  title: {text: 'The title of the pamphlet.', standard: 'the first head of rank 1, else the name of the file, with a warning', example: 'title: Cheap Print and Its Readers'},
  subtitle: {text: 'A second line below the title.', example: 'subtitle: A short history of the pamphlet'},
  author: {
    text: 'Who wrote it: a name, a map with `name`, `sort` and `role`, or a list of them.', example: 'author: {name: Ada Press, sort: "Press, Ada"}',
    keys: {name: 'The name as it is printed.', sort: 'The name as libraries sort it.', role: 'What the person did: `author` (without a role), `editor`, `translator`, `illustrator`, which are said in the language of the pamphlet (“Illustrated by …”); any other stands as you write it, before the name: `herausgegeben von der`, `Photographs:`. A MARC code such as `ill` will do, and a plain word that has one, such as `photographer`, gets a capital and a colon.'}
  },
  publisher: {text: 'Who publishes it.', example: 'publisher: The Press'},
  date: {text: 'When it was published: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. It is printed in the language of the pamphlet.', standard: 'no date is printed', example: 'date: 2024-01-15'},
  rights: {text: 'Who may do what with it, on one line.', example: 'rights: CC BY 4.0'},
  identifier: {text: 'An ISBN, DOI, URN or address that names this pamphlet and no other.', standard: 'one that is made from the metadata', example: 'identifier: urn:isbn:9780306406157'},
  subject: {text: 'What it is about: one subject, or a list.', example: 'subject: [printing, history]'},
  description: {text: 'What it is about, in a few sentences, for catalogues and search engines.', example: 'description: How cheap print came to its readers.'},
  series: {text: 'The series that it stands in.', example: 'series: {name: Broadsides, number: 3}', keys: {name: 'The name of the series.', number: 'The number in it.'}},
  dedication: {text: 'To whom it is dedicated: a page of its own where there is full front matter, else with the title or the contents. Line ends are kept.', example: 'dedication: To those who set it in type'},
  epigraph: {text: 'A motto in front of the text.', example: 'epigraph: {text: "Read, and pass it on.", by: a printer}', keys: {text: 'The words, without quotation marks.', by: 'Whose words they are.'}},
  slug: {text: 'The name of the files that a build makes: lower-case letters, digits and hyphens.', standard: 'made from the title; where its letters have no Latin form here, as in Arabic, Chinese or Hebrew, from the name of the file or the folder; where that has none either, `pamphlet-` and eight signs that no other pamphlet has', example: 'slug: cheap-print'},
  lang: {text: 'The language of the text by BCP 47. Hyphens, quotation marks, spaces, dates and the words that the program sets follow it.', standard: '`en`, with a warning', example: 'lang: en-GB'},
  theme: {text: 'The look: the name of a theme, or the path of a folder beside the text that holds one of your own.', standard: '`classic`', example: 'theme: classic'},
  page: {text: 'The size of a page when it is cut: a name, or width × height in mm, cm or in.', standard: '`half-letter` where the region of the language uses Letter, else `a5`', example: 'page: 120mm x 190mm'},
  frontmatter: {text: 'What stands in front of the text: `none`, but for the title on the first page, as a letter has it; `brief`: a cover; `short`: a cover and the contents, where chapters and sections make two entries or more; `full`: a half title, a title page and an imprint, too, and from eight figures with captions on a list of them.', standard: '`auto`, by the pages of the text: `none` for one or two (with a back cover, for one or three), `brief` for two or three and for as many as make four or eight with their covers, `short` for more, `full` from 24 on; where there are no contents, `brief` rather than `short` if that saves pages. What asks for a cover, by a picture, a paper or a folded sheet, has one', example: 'frontmatter: full'},
  openings: {text: 'Where chapters begin: `page` on a new page, `recto` on a right-hand page, `run-on` behind each other.', standard: '`auto`: chapters that are files of their own open pages, and so do those of one file (`#`) where they fill two thirds of a page in the mean; sections (`##`) only where they are of 800 words and more', example: 'openings: run-on'},
  notes: {text: 'Where notes stand on paper: `foot` at the foot of the page that calls them, `end` or `chapter` behind the text or the chapter.', standard: '`foot`', example: 'notes: end'},
  fit: {
    text: 'How many pages there shall be, covers included: a multiple of `4`, `8` or `16`, as sheets are folded, or `{pages: N}`. Leading, measure and size are changed by small, even steps (by 6, 4 and 3 per cent at most); where that is not enough, a warning says how many lines are too many or too few, and which of `notes: end`, `openings: run-on`, `frontmatter: brief` and `frontmatter: none` gives the number.',
    standard: 'as many as there are', example: 'fit: 4', keys: {pages: 'Just so many pages.'}
  },
  back: {
    text: 'What the back cover shows.', standard: 'no back cover', example: 'back: {text: Who we are., address: 1 Type Lane, price: 1 €, link: "https://example.org/"}',
    keys: {text: 'Who publishes it, and why.', address: 'Where to write to.', price: 'What it costs.', image: 'A picture, by its path from the metadata file.', link: 'An address on the web, printed as text and as a QR code.'}
  },
  cover: {
    text: 'A picture of your own for the cover.', standard: "the theme's cover", example: 'cover: {image: images/cover.jpg, alt: A press in a cellar}',
    keys: {image: 'The picture, by its path from the metadata file.', alt: 'Words that say what it shows, for readers who do not see it.'}
  },
  print: {
    text: 'How the press file is made, for the print shop.', standard: 'one black ink on uncoated paper, with marks, as PDF/X-4', example: 'print: {colour: process, icc: coated, paper: 90}',
    keys: {
      colour: 'The inks: `black` (one), `process` (four), or `{spot: NAME}` (black and one ink of your choice).', icc: "The condition: `uncoated`, `coated`, or the shop's own profile, a file below the manuscript.",
      bleed: 'How far colour goes beyond the trim: a length such as `3mm` or `0.125in`, from 0 to 10 mm. By itself 3 mm; on US sizes an eighth of an inch.', marks: 'Which marks stand around the page: `true`, `false`, or a list of those that you want: `crop` (where it is cut), `bleed` (how far colour goes), `registration` (whether the plates stand on each other), `bar` (fields of each ink), `slug` (a line with title, page and profile).', standard: 'What the file claims: `x4` (PDF/X-4), or `none`.',
      cover: 'Where the cover is: `self`, or `separate` for a file of its own with the spine.', coverColour: 'The inks of a separate cover: `black`, `process` or `{spot: NAME}`. By itself those of `colour`.', paper: 'The weight of the paper in g/m², for the spine.'
    }
  },
  booklet: {
    text: 'How pages are put on sheets, for a copier.', standard: 'a booklet to be folded and stapled', example: 'booklet: {layout: signatures, signature: 4, paper: 80}',
    keys: {
      layout: 'How it is folded.', sheet: 'The paper in the printer.', flip: 'The edge over which the printer turns a sheet.', duplex: 'How both sides are printed: `manual` makes two files, fronts and backs.',
      feed: 'The sheet that goes in first for the backs.', paper: 'Its weight in g/m², or its thickness.', creep: 'How far the inner sheets are pushed out, where the paper does not tell.',
      marks: 'Fold, cut and staple marks.', scale: 'Whether the size may change: `fit` lets pages be made smaller or larger.', signature: 'Sheets in a signature.', up: 'Pages on a side, for `n-up`.'
    }
  },
  math: {text: 'Whether `$…$` and `$$…$$` are formulas, written as in TeX; else dollars are dollars.', standard: '`false`', example: 'math: true'},
  epub: {
    text: 'What the EPUB holds.', example: 'epub: {fonts: false}',
    keys: {
      fonts: 'Whether the fonts of the theme are put in.', cover: 'A picture that is the whole cover.', coverAlt: 'Words that say what it shows.', identifier: 'An ISBN or another identifier of the EPUB alone, since each form of a book has its own; it then names the printed one’s as its source.',
      certifiedBy: 'Who certifies that it meets EPUB Accessibility 1.1 and WCAG 2.1 AA; left out where a picture lacks its words, a table its heads, or a head skips a rank.'
    }
  }
}
