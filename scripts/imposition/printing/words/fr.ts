import type {PrintingWords} from './type.ts'

export const fr: PrintingWords = {
  heading: 'Comment imprimer cette brochure',
  layouts: {saddle: 'Brochure agrafée', signatures: 'Brochure cousue en cahiers', zine: 'Zine d’une seule feuille', trifold: 'Dépliant à pli roulé', zfold: 'Dépliant à pli accordéon', gatefold: 'Dépliant à pli fenêtre', 'cut-and-stack': 'Feuillets à couper et à empiler', 'n-up': 'Feuilles à plat'},
  file: 'Fichier', paper: 'Papier', size: 'Échelle', sides: 'Recto verso', pages: 'Pages', sheetsPerCopy: 'Feuilles par exemplaire', copies: 'Exemplaires', sheets: 'Feuilles', paperStack: 'Pile de papier', finishedStack: 'Exemplaires finis',
  weight: 'g/m²',
  actualSize: 'Taille réelle, 100 % ; et non « Ajuster à la page »',
  scaled: 'Les pages elles-mêmes sont à {percent} % de leur taille.',
  flipShort: 'Imprimer recto verso, retourner sur le petit côté',
  flipLong: 'Imprimer recto verso, retourner sur le grand côté',
  oneSide: 'Imprimer au recto seulement',
  twoPasses: {
    short: 'Imprimez d’abord {fronts}. Retournez les feuilles sur le petit côté, remettez-les et imprimez {backs}.',
    long: 'Imprimez d’abord {fronts}. Retournez les feuilles sur le grand côté, remettez-les et imprimez {backs}.'
  },
  feed: {first: 'La feuille imprimée en premier doit entrer la première.', last: 'La feuille imprimée en dernier doit entrer la première.'},
  tryOne: 'Imprimez un exemplaire, pliez-le et feuilletez-le avant d’imprimer tous les autres.',
  tryFlat: 'Imprimez un exemplaire et vérifiez-le avant d’imprimer tous les autres.',
  ruler: 'À la taille réelle, ce trait mesure 100 mm.',
  front: 'Recto', back: 'Verso',
  steps: {
    saddle: ['Gardez les feuilles dans l’ordre d’impression, la couverture à l’extérieur, et pliez-les ensemble par le milieu.', 'Agrafez deux fois dans le pli, par l’extérieur, au quart de la hauteur depuis la tête et le pied.', 'Marquez le pli. Rognez le bord extérieur si les feuilles intérieures dépassent.'],
    signatures: ['Prenez les feuilles dans l’ordre, par cahiers de {sizes}. Pliez chaque cahier à part, sa première feuille à l’extérieur.', 'Superposez les cahiers dans l’ordre et cousez-les par le pli.', 'Encollez le dos, laissez sécher sous poids, puis rognez.'],
    zine: ['Pliez la feuille en deux, en quatre puis en huit, et rouvrez-la.', 'Coupez au milieu, seulement entre les deux plis extérieurs.', 'Pliez dans la longueur, l’impression dehors. Rapprochez les deux bouts jusqu’à ce que la fente s’ouvre et rabattez les feuillets, la couverture devant.'],
    trifold: ['Posez la feuille, l’intérieur de la couverture au-dessus, à gauche. Rabattez le volet droit, le plus étroit.', 'Rabattez le volet gauche par-dessus : la couverture est alors au-dessus.'],
    zfold: ['Posez la feuille, l’intérieur de la couverture au-dessus, à gauche. Rabattez le volet gauche vers la droite : la couverture est alors au-dessus.', 'Pliez le volet droit vers l’arrière.'],
    gatefold: ['Posez la feuille, la couverture dessous. Rabattez vers le milieu les deux volets extérieurs, plus étroits.', 'Fermez par le milieu, la couverture devant.'],
    'cut-and-stack': ['Coupez toute la pile le long des lignes du dessin, sans changer l’ordre.', 'Superposez les piles, rangée par rangée depuis le haut à gauche, la première au-dessus.', 'Reliez les feuillets par le bord gauche : colle, pince ou spirale.'],
    'n-up': ['Lisez les feuilles telles quelles, rangée par rangée, ou découpez-les.']
  },
  oneSignature: {layout: 'Brochure cousue', sew: 'Cousez les feuilles ensemble par le pli.'},
  singleSheets: 'Prenez les feuilles dans l’ordre et pliez chacune à part, le recto à l’extérieur : chacune est un cahier.',
  oneSheet: {
    layouts: {saddle: 'Feuille pliée', 'n-up': 'Feuille à plat'},
    steps: {saddle: ['Pliez la feuille par le milieu, la couverture à l’extérieur.', 'Marquez le pli. Une seule feuille se passe d’agrafes.'], 'n-up': ['Lisez la feuille telle quelle, rangée par rangée, ou découpez-la.']}
  }
}
