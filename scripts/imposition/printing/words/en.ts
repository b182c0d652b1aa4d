import type {PrintingWords} from './type.ts'

export const en: PrintingWords = {
  heading: 'How to print this pamphlet',
  layouts: {saddle: 'Stapled booklet', signatures: 'Booklet sewn in signatures', zine: 'Zine from a single sheet', trifold: 'Tri-fold leaflet', zfold: 'Z-fold leaflet', gatefold: 'Gate-fold leaflet', 'cut-and-stack': 'Leaves to cut and stack', 'n-up': 'Flat sheets'},
  file: 'File', paper: 'Paper', size: 'Scale', sides: 'Sides', pages: 'Pages', sheetsPerCopy: 'Sheets per copy', copies: 'Copies', sheets: 'Sheets', paperStack: 'Stack of paper', finishedStack: 'Finished copies',
  weight: 'g/m²',
  actualSize: 'Actual size, 100%; not “Fit to page”',
  scaled: 'The pages themselves are set at {percent}% of their size.',
  flipShort: 'Print on both sides, flip on short edge',
  flipLong: 'Print on both sides, flip on long edge',
  oneSide: 'Print on one side only',
  twoPasses: {
    short: 'Print {fronts} first. Put the sheets back, turned over along the short edge, and print {backs}.',
    long: 'Print {fronts} first. Put the sheets back, turned over along the long edge, and print {backs}.'
  },
  feed: {first: 'The sheet that was printed first must go in first.', last: 'The sheet that was printed last must go in first.'},
  tryOne: 'Print one copy, fold it and leaf through it before you print them all.',
  tryFlat: 'Print one copy and look it through before you print them all.',
  ruler: 'At actual size this line is 100 mm long.',
  rulerInInches: 'At actual size this line is 4 inches long.',
  front: 'Front', back: 'Back',
  steps: {
    saddle: ['Keep the sheets in the order in which they come out, the cover outermost, and fold them together in the middle.', 'Staple twice through the fold from outside, a quarter of the height from head and foot.', 'Press the fold flat. Trim the fore edge if the inner sheets stand out.'],
    signatures: ['Take the sheets in their order, in signatures of {sizes}. Fold each signature by itself, its first sheet outermost.', 'Lay the signatures on one another in order and sew them through their folds.', 'Glue the spine, let it dry under weight, then trim.'],
    zine: ['Fold the sheet in halves, quarters and eighths, and open it again.', 'Cut along the middle, only between the two outer folds.', 'Fold it lengthwise, print outside. Push both ends together until the cut opens, and fold the leaves round, the cover in front.'],
    trifold: ['Lay the sheet with the inside of the cover up, on the left. Fold in the right panel, the narrower one.', 'Fold the left panel over it: now the cover lies on top.'],
    zfold: ['Lay the sheet with the inside of the cover up, on the left. Fold the left panel over to the right: now the cover lies on top.', 'Fold the right panel back behind the others.'],
    gatefold: ['Lay the sheet with the cover down. Fold both outer panels, the narrower ones, in to the middle.', 'Close it along the middle, the cover in front.'],
    'cut-and-stack': ['Cut the whole pile of sheets along the lines of the drawing, without changing its order.', 'Lay the piles on one another, row by row from the top left, the first on top.', 'Bind the leaves along their left edge: glue, clip or comb.'],
    'n-up': ['Read the sheets as they are, row by row, or cut them apart.']
  },
  oneSignature: {layout: 'Sewn booklet', sew: 'Sew the sheets together through the fold.'},
  singleSheets: 'Take the sheets in their order and fold each by itself, its front outside: each is a signature.',
  oneSheet: {
    layouts: {saddle: 'Folded sheet', 'n-up': 'Flat sheet'},
    steps: {saddle: ['Fold the sheet in the middle, the cover outside.', 'Press the fold flat. A single sheet needs no staples.'], 'n-up': ['Read the sheet as it is, row by row, or cut it apart.']}
  }
}
