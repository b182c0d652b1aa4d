/** How the parts of a formula are joined in speech. */
import type {SpokenLanguage} from './signs.ts'

/** Each with `{}` where a part stands; those that end in `Long` say where a part of several words ends. */
export type Phrases = {
  readonly over: string
  readonly overLong: string
  readonly choose: string
  readonly root: string
  readonly rootLong: string
  readonly cubeRoot: string
  readonly indexedRoot: string
  readonly squared: string
  readonly cubed: string
  readonly power: string
  readonly powerLong: string
  readonly sub: string
  readonly subLong: string
  readonly primes: readonly string[]
  /** What a sum, an integral or a limit runs over: both ends, or what stands below. */
  readonly fromTo: string
  readonly below: string
  readonly accents: Readonly<Record<'bar' | 'vector' | 'hat' | 'tilde' | 'dot' | 'dots', string>>
  readonly crossed: string
  readonly matrix: string
  readonly determinant: string
  readonly row: string
  readonly caseOf: string
  readonly line: string
}

export const phrases: Readonly<Record<SpokenLanguage, Phrases>> = {
  en: {
    over: '{} over {}', overLong: 'the fraction {} over {} end fraction', choose: '{} choose {}', root: 'the square root of {}', rootLong: 'the square root of {} end root', cubeRoot: 'the cube root of {} end root', indexedRoot: 'the root with index {} of {} end root',
    squared: '{} squared', cubed: '{} cubed', power: '{} to the power {}', powerLong: '{} to the power {} end power', sub: '{} sub {}', subLong: '{} sub {} end sub', primes: ['{} prime', '{} double prime', '{} triple prime'], fromTo: '{} from {} to {} of', below: '{} for {} of',
    accents: {bar: '{} bar', vector: 'vector {}', hat: '{} hat', tilde: '{} tilde', dot: '{} dot', dots: '{} double dot'}, crossed: 'crossed out {}', matrix: 'the {} by {} matrix, {}, end matrix', determinant: 'the {} by {} determinant, {}, end determinant', row: 'row {}: {}', caseOf: 'case {}: {}', line: 'line {}: {}'
  },
  de: {
    over: '{} durch {}', overLong: 'Bruch {} durch {} Ende Bruch', choose: '{} über {}', root: 'Wurzel aus {}', rootLong: 'Wurzel aus {} Ende Wurzel', cubeRoot: 'Kubikwurzel aus {} Ende Wurzel', indexedRoot: 'Wurzel mit Exponent {} aus {} Ende Wurzel',
    squared: '{} Quadrat', cubed: '{} hoch 3', power: '{} hoch {}', powerLong: '{} hoch {} Ende hoch', sub: '{} Index {}', subLong: '{} Index {} Ende Index', primes: ['{} Strich', '{} zwei Strich', '{} drei Strich'], fromTo: '{} von {} bis {} über', below: '{} für {} von',
    accents: {bar: '{} quer', vector: 'Vektor {}', hat: '{} Dach', tilde: '{} Tilde', dot: '{} Punkt', dots: '{} zwei Punkt'}, crossed: 'gestrichen {}', matrix: '{} mal {} Matrix, {}, Ende Matrix', determinant: '{} mal {} Determinante, {}, Ende Determinante', row: 'Zeile {}: {}', caseOf: 'Fall {}: {}', line: 'Zeile {}: {}'
  },
  fr: {
    over: '{} sur {}', overLong: 'fraction {} sur {} fin de fraction', choose: '{} parmi {}', root: 'racine carrée de {}', rootLong: 'racine carrée de {} fin de racine', cubeRoot: 'racine cubique de {} fin de racine', indexedRoot: 'racine d’indice {} de {} fin de racine',
    squared: '{} au carré', cubed: '{} au cube', power: '{} puissance {}', powerLong: '{} puissance {} fin de puissance', sub: '{} indice {}', subLong: '{} indice {} fin d’indice', primes: ['{} prime', '{} seconde', '{} tierce'], fromTo: '{} de {} à {} de', below: '{} pour {} de',
    accents: {bar: '{} barre', vector: 'vecteur {}', hat: '{} chapeau', tilde: '{} tilde', dot: '{} point', dots: '{} deux points'}, crossed: 'barré {}', matrix: 'matrice {} par {}, {}, fin de matrice', determinant: 'déterminant {} par {}, {}, fin de déterminant', row: 'ligne {} : {}', caseOf: 'cas {} : {}', line: 'ligne {} : {}'
  },
  es: {
    over: '{} sobre {}', overLong: 'fracción {} sobre {} fin de fracción', choose: 'combinaciones de {} en {}', root: 'raíz cuadrada de {}', rootLong: 'raíz cuadrada de {} fin de raíz', cubeRoot: 'raíz cúbica de {} fin de raíz', indexedRoot: 'raíz de índice {} de {} fin de raíz',
    squared: '{} al cuadrado', cubed: '{} al cubo', power: '{} elevado a {}', powerLong: '{} elevado a {} fin de exponente', sub: '{} sub {}', subLong: '{} sub {} fin de subíndice', primes: ['{} prima', '{} doble prima', '{} triple prima'], fromTo: '{} desde {} hasta {} de', below: '{} para {} de',
    accents: {bar: '{} barra', vector: 'vector {}', hat: '{} circunflejo', tilde: '{} tilde', dot: '{} punto', dots: '{} dos puntos'}, crossed: 'tachado {}', matrix: 'matriz {} por {}, {}, fin de matriz', determinant: 'determinante {} por {}, {}, fin de determinante', row: 'fila {}: {}', caseOf: 'caso {}: {}', line: 'línea {}: {}'
  },
  it: {
    over: '{} fratto {}', overLong: 'frazione {} fratto {} fine frazione', choose: 'coefficiente binomiale {} su {}', root: 'radice quadrata di {}', rootLong: 'radice quadrata di {} fine radice', cubeRoot: 'radice cubica di {} fine radice', indexedRoot: 'radice di indice {} di {} fine radice',
    squared: '{} al quadrato', cubed: '{} al cubo', power: '{} alla {}', powerLong: '{} alla {} fine esponente', sub: '{} con {}', subLong: '{} con indice {} fine indice', primes: ['{} primo', '{} secondo', '{} terzo'], fromTo: '{} da {} a {} di', below: '{} per {} di',
    accents: {bar: '{} segnato', vector: 'vettore {}', hat: '{} cappuccio', tilde: '{} tilde', dot: '{} punto', dots: '{} due punti'}, crossed: 'barrato {}', matrix: 'matrice {} per {}, {}, fine matrice', determinant: 'determinante {} per {}, {}, fine determinante', row: 'riga {}: {}', caseOf: 'caso {}: {}', line: 'riga {}: {}'
  },
  pt: {
    over: '{} sobre {}', overLong: 'fração {} sobre {} fim da fração', choose: 'combinações de {} em {}', root: 'raiz quadrada de {}', rootLong: 'raiz quadrada de {} fim da raiz', cubeRoot: 'raiz cúbica de {} fim da raiz', indexedRoot: 'raiz de índice {} de {} fim da raiz',
    squared: '{} ao quadrado', cubed: '{} ao cubo', power: '{} elevado a {}', powerLong: '{} elevado a {} fim do expoente', sub: '{} índice {}', subLong: '{} índice {} fim do índice', primes: ['{} linha', '{} duas linhas', '{} três linhas'], fromTo: '{} de {} a {} de', below: '{} para {} de',
    accents: {bar: '{} barra', vector: 'vetor {}', hat: '{} circunflexo', tilde: '{} til', dot: '{} ponto', dots: '{} dois pontos'}, crossed: 'riscado {}', matrix: 'matriz {} por {}, {}, fim da matriz', determinant: 'determinante {} por {}, {}, fim do determinante', row: 'linha {}: {}', caseOf: 'caso {}: {}', line: 'linha {}: {}'
  },
  nl: {
    over: '{} gedeeld door {}', overLong: 'breuk {} gedeeld door {} einde breuk', choose: '{} boven {}', root: 'wortel van {}', rootLong: 'wortel van {} einde wortel', cubeRoot: 'derdemachtswortel van {} einde wortel', indexedRoot: 'wortel met index {} van {} einde wortel',
    squared: '{} kwadraat', cubed: '{} tot de derde', power: '{} tot de macht {}', powerLong: '{} tot de macht {} einde macht', sub: '{} index {}', subLong: '{} index {} einde index', primes: ['{} accent', '{} dubbelaccent', '{} drie accenten'], fromTo: '{} van {} tot {} van', below: '{} voor {} van',
    accents: {bar: '{} streep', vector: 'vector {}', hat: '{} dakje', tilde: '{} tilde', dot: '{} punt', dots: '{} twee punten'}, crossed: 'doorgestreept {}', matrix: '{} bij {} matrix, {}, einde matrix', determinant: '{} bij {} determinant, {}, einde determinant', row: 'rij {}: {}', caseOf: 'geval {}: {}', line: 'regel {}: {}'
  }
}
