import type {PrintingWords} from './type.ts'

export const ptPt: PrintingWords = {
  heading: 'Como imprimir este panfleto',
  layouts: {saddle: 'Brochura agrafada', signatures: 'Livro cosido em cadernos', zine: 'Fanzine de uma só folha', trifold: 'Desdobrável em carteira', zfold: 'Desdobrável em ziguezague', gatefold: 'Desdobrável em janela', 'cut-and-stack': 'Folhas para cortar e empilhar', 'n-up': 'Folhas planas'},
  file: 'Ficheiro', paper: 'Papel', size: 'Escala', sides: 'Lados', pages: 'Páginas', sheetsPerCopy: 'Folhas por exemplar', copies: 'Exemplares', sheets: 'Folhas', paperStack: 'Pilha de papel', finishedStack: 'Exemplares prontos',
  weight: 'g/m²',
  actualSize: 'Tamanho real, 100%; não «Ajustar à página»',
  scaled: 'As próprias páginas estão a {percent}% do seu tamanho.',
  flipShort: 'Frente e verso, virar na margem curta',
  flipLong: 'Frente e verso, virar na margem longa',
  oneSide: 'Só frente',
  twoPasses: {
    short: 'Imprima primeiro {fronts}. Vire as folhas pela margem curta, volte a colocá-las e imprima {backs}.',
    long: 'Imprima primeiro {fronts}. Vire as folhas pela margem longa, volte a colocá-las e imprima {backs}.'
  },
  feed: {first: 'A folha impressa em primeiro lugar deve entrar primeiro.', last: 'A folha impressa em último lugar deve entrar primeiro.'},
  tryOne: 'Imprima um exemplar, dobre-o e folheie-o antes de imprimir todos.',
  tryFlat: 'Imprima um exemplar e verifique-o antes de imprimir todos.',
  ruler: 'Em tamanho real, esta linha mede 100 mm.',
  front: 'Frente', back: 'Verso',
  steps: {
    saddle: ['Mantenha as folhas na ordem em que saem, com a capa por fora, e dobre-as juntas ao meio.', 'Agrafe duas vezes na dobra, por fora, a um quarto da altura a contar da cabeça e do pé.', 'Alise a dobra. Apare o corte da frente se as folhas interiores sobressaírem.'],
    signatures: ['Junte as folhas por ordem, em cadernos de {sizes}. Dobre cada caderno à parte, com a primeira folha por fora.', 'Sobreponha os cadernos por ordem e cosa-os pela dobra.', 'Cole a lombada, deixe secar sob peso e apare.'],
    zine: ['Dobre a folha ao meio, em quartos e em oitavos, e volte a abri-la.', 'Corte ao centro, só entre as duas dobras exteriores.', 'Dobre-a ao comprido, com a impressão por fora. Junte as pontas até o corte abrir e dobre as folhas, com a capa à frente.'],
    trifold: ['Pouse a folha com o lado de dentro da capa para cima, à esquerda. Dobre para dentro a aba direita, a mais estreita.', 'Dobre a aba esquerda por cima: a capa fica em cima.'],
    zfold: ['Pouse a folha com o lado de dentro da capa para cima, à esquerda. Dobre a aba esquerda para a direita: a capa fica em cima.', 'Dobre a aba direita para trás.'],
    gatefold: ['Pouse a folha com a capa para baixo. Dobre para o centro as duas abas exteriores, mais estreitas.', 'Feche ao centro, com a capa à frente.'],
    'cut-and-stack': ['Corte toda a pilha pelas linhas do desenho, sem mudar a ordem.', 'Sobreponha as pilhas, linha a linha a partir de cima à esquerda, a primeira em cima.', 'Encaderne as folhas pela margem esquerda: cola, agrafos ou argolas.'],
    'n-up': ['Leia as folhas como estão, linha a linha, ou corte-as.']
  },
  oneSignature: {layout: 'Livro cosido', sew: 'Cosa as folhas juntas pela dobra.'},
  singleSheets: 'Junte as folhas por ordem e dobre cada uma à parte, com a frente por fora: cada uma é um caderno.',
  oneSheet: {
    layouts: {saddle: 'Folha dobrada', 'n-up': 'Folha plana'},
    steps: {saddle: ['Dobre a folha ao meio, com a capa por fora.', 'Alise a dobra. Uma única folha dispensa agrafos.'], 'n-up': ['Leia a folha como está, linha a linha, ou corte-a.']}
  }
}
