import type {PrintingWords} from './type.ts'

export const pt: PrintingWords = {
  heading: 'Como imprimir este panfleto',
  layouts: {saddle: 'Brochura grampeada', signatures: 'Livro costurado em cadernos', zine: 'Fanzine de uma só folha', trifold: 'Folder em carteira', zfold: 'Folder em ziguezague', gatefold: 'Folder em janela', 'cut-and-stack': 'Folhas para cortar e empilhar', 'n-up': 'Folhas planas'},
  file: 'Arquivo', paper: 'Papel', size: 'Escala', sides: 'Lados', pages: 'Páginas', sheetsPerCopy: 'Folhas por exemplar', copies: 'Exemplares', sheets: 'Folhas', paperStack: 'Pilha de papel', finishedStack: 'Exemplares prontos',
  weight: 'g/m²',
  actualSize: 'Tamanho real, 100%; não “Ajustar à página”',
  scaled: 'As próprias páginas estão a {percent}% do seu tamanho.',
  flipShort: 'Frente e verso, virar na borda curta',
  flipLong: 'Frente e verso, virar na borda longa',
  oneSide: 'Só frente',
  twoPasses: {
    short: 'Imprima primeiro {fronts}. Vire as folhas pela borda curta, recoloque-as e imprima {backs}.',
    long: 'Imprima primeiro {fronts}. Vire as folhas pela borda longa, recoloque-as e imprima {backs}.'
  },
  feed: {first: 'A folha impressa em primeiro lugar deve entrar primeiro.', last: 'A folha impressa em último lugar deve entrar primeiro.'},
  tryOne: 'Imprima um exemplar, dobre-o e folheie-o antes de imprimir todos.',
  tryFlat: 'Imprima um exemplar e confira-o antes de imprimir todos.',
  ruler: 'Em tamanho real, esta linha mede 100 mm.',
  front: 'Frente', back: 'Verso',
  steps: {
    saddle: ['Mantenha as folhas na ordem em que saem, com a capa por fora, e dobre-as juntas ao meio.', 'Grampeie duas vezes na dobra, por fora, a um quarto da altura a contar da cabeça e do pé.', 'Alise a dobra. Refile a frente se as folhas internas ficarem salientes.'],
    signatures: ['Junte as folhas na ordem, em cadernos de {sizes}. Dobre cada caderno à parte, com a primeira folha por fora.', 'Sobreponha os cadernos na ordem e costure-os pela dobra.', 'Cole a lombada, deixe secar sob peso e apare.'],
    zine: ['Dobre a folha ao meio, em quartos e em oitavos, e abra-a de novo.', 'Corte no centro, só entre as duas dobras externas.', 'Dobre-a no comprimento, com a impressão por fora. Junte as pontas até o corte abrir e dobre as folhas, com a capa na frente.'],
    trifold: ['Coloque a folha com o lado de dentro da capa para cima, à esquerda. Dobre para dentro a aba direita, a mais estreita.', 'Dobre a aba esquerda por cima: a capa fica em cima.'],
    zfold: ['Coloque a folha com o lado de dentro da capa para cima, à esquerda. Dobre a aba esquerda para a direita: a capa fica em cima.', 'Dobre a aba direita para trás.'],
    gatefold: ['Coloque a folha com a capa para baixo. Dobre para o centro as duas abas externas, mais estreitas.', 'Feche no centro, com a capa na frente.'],
    'cut-and-stack': ['Corte toda a pilha pelas linhas do desenho, sem mudar a ordem.', 'Sobreponha as pilhas, linha a linha a partir de cima à esquerda, a primeira em cima.', 'Encaderne as folhas pela borda esquerda: cola, grampos ou espiral.'],
    'n-up': ['Leia as folhas como estão, linha a linha, ou corte-as.']
  },
  oneSignature: {layout: 'Livro costurado', sew: 'Costure as folhas juntas pela dobra.'},
  singleSheets: 'Junte as folhas na ordem e dobre cada uma à parte, com a frente por fora: cada uma é um caderno.',
  oneSheet: {
    layouts: {saddle: 'Folha dobrada', 'n-up': 'Folha plana'},
    steps: {saddle: ['Dobre a folha ao meio, com a capa por fora.', 'Alise a dobra. Uma única folha dispensa grampos.'], 'n-up': ['Leia a folha como está, linha a linha, ou corte-a.']}
  }
}
