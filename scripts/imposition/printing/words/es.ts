import type {PrintingWords} from './type.ts'

export const es: PrintingWords = {
  heading: 'Cómo imprimir este folleto',
  layouts: {saddle: 'Cuadernillo grapado', signatures: 'Cuadernillo cosido en pliegos', zine: 'Fanzine de una sola hoja', trifold: 'Tríptico envolvente', zfold: 'Tríptico en zigzag', gatefold: 'Desplegable en ventana', 'cut-and-stack': 'Hojas para cortar y apilar', 'n-up': 'Hojas planas'},
  file: 'Archivo', paper: 'Papel', size: 'Escala', sides: 'Caras', pages: 'Páginas', sheetsPerCopy: 'Hojas por ejemplar', copies: 'Ejemplares', sheets: 'Hojas', paperStack: 'Pila de papel', finishedStack: 'Ejemplares acabados',
  weight: 'g/m²',
  actualSize: 'Tamaño real, 100 %; no «Ajustar a la página»',
  scaled: 'Las páginas mismas van al {percent} % de su tamaño.',
  flipShort: 'A doble cara, girar por el borde corto',
  flipLong: 'A doble cara, girar por el borde largo',
  oneSide: 'A una sola cara',
  twoPasses: {
    short: 'Imprima primero {fronts}. Dé la vuelta a las hojas por el borde corto, vuelva a ponerlas e imprima {backs}.',
    long: 'Imprima primero {fronts}. Dé la vuelta a las hojas por el borde largo, vuelva a ponerlas e imprima {backs}.'
  },
  feed: {first: 'La hoja que se imprimió primero debe entrar primero.', last: 'La hoja que se imprimió al final debe entrar primero.'},
  tryOne: 'Imprima un ejemplar, dóblelo y hojéelo antes de imprimirlos todos.',
  tryFlat: 'Imprima un ejemplar y revíselo antes de imprimirlos todos.',
  ruler: 'A tamaño real, esta línea mide 100 mm.',
  front: 'Anverso', back: 'Reverso',
  steps: {
    saddle: ['Deje las hojas en el orden en que salen, con la cubierta por fuera, y dóblelas juntas por la mitad.', 'Grape dos veces por el pliegue desde fuera, a un cuarto de la altura desde la cabeza y el pie.', 'Alise el pliegue. Refile el borde delantero si sobresalen las hojas interiores.'],
    signatures: ['Tome las hojas en orden, en pliegos de {sizes}. Doble cada pliego por separado, con su primera hoja por fuera.', 'Superponga los pliegos en orden y cósalos por el pliegue.', 'Encole el lomo, déjelo secar bajo peso y refile.'],
    zine: ['Doble la hoja por la mitad, en cuartos y en octavos, y vuelva a abrirla.', 'Corte por el centro, solo entre los dos pliegues exteriores.', 'Dóblela a lo largo, con la impresión por fuera. Junte los extremos hasta que se abra el corte y doble las hojas, con la cubierta delante.'],
    trifold: ['Ponga la hoja con la cara interior de la cubierta hacia arriba, a la izquierda. Doble hacia dentro el panel derecho, el más estrecho.', 'Doble encima el panel izquierdo: la cubierta queda arriba.'],
    zfold: ['Ponga la hoja con la cara interior de la cubierta hacia arriba, a la izquierda. Doble el panel izquierdo hacia la derecha: la cubierta queda arriba.', 'Doble el panel derecho hacia atrás.'],
    gatefold: ['Ponga la hoja con la cubierta hacia abajo. Doble hacia el centro los dos paneles exteriores, los más estrechos.', 'Ciérrela por el centro, con la cubierta delante.'],
    'cut-and-stack': ['Corte toda la pila por las líneas del dibujo, sin cambiar el orden.', 'Superponga las pilas, fila por fila desde arriba a la izquierda, la primera encima.', 'Encuaderne las hojas por el borde izquierdo: cola, grapa o espiral.'],
    'n-up': ['Lea las hojas como están, fila por fila, o córtelas.']
  },
  oneSignature: {layout: 'Cuadernillo cosido', sew: 'Cosa las hojas juntas por el pliegue.'},
  singleSheets: 'Tome las hojas en orden y doble cada una por separado, con el anverso por fuera: cada una es un pliego.',
  oneSheet: {
    layouts: {saddle: 'Hoja doblada', 'n-up': 'Hoja plana'},
    steps: {saddle: ['Doble la hoja por la mitad, con la cubierta por fuera.', 'Alise el pliegue. Una sola hoja no necesita grapas.'], 'n-up': ['Lea la hoja como está, fila por fila, o córtela.']}
  }
}
