/** What the signs of formulas are called, in the languages of `phrases.ts`. */

const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'] as const
export type SpokenLanguage = (typeof languages)[number]

/** A sign, and its name in each of the languages, in their order. */
type Row = readonly [sign: string, en: string, de: string, fr: string, es: string, it: string, pt: string, nl: string]

const rows: readonly Row[] = [
  ['+', 'plus', 'plus', 'plus', 'más', 'più', 'mais', 'plus'],
  ['−', 'minus', 'minus', 'moins', 'menos', 'meno', 'menos', 'min'],
  ['±', 'plus or minus', 'plus oder minus', 'plus ou moins', 'más o menos', 'più o meno', 'mais ou menos', 'plus of min'],
  ['×', 'times', 'mal', 'fois', 'por', 'per', 'vezes', 'maal'],
  ['⋅', 'times', 'mal', 'fois', 'por', 'per', 'vezes', 'maal'],
  ['∗', 'star', 'Stern', 'étoile', 'asterisco', 'asterisco', 'asterisco', 'ster'],
  ['/', 'divided by', 'geteilt durch', 'divisé par', 'dividido por', 'diviso', 'dividido por', 'gedeeld door'],
  ['÷', 'divided by', 'geteilt durch', 'divisé par', 'dividido por', 'diviso', 'dividido por', 'gedeeld door'],
  ['∘', 'circle', 'Kringel', 'rond', 'círculo', 'tondo', 'bola', 'rondje'],
  ['=', 'equals', 'gleich', 'égale', 'igual a', 'uguale a', 'igual a', 'is gelijk aan'],
  ['≠', 'is not equal to', 'ungleich', 'différent de', 'distinto de', 'diverso da', 'diferente de', 'is niet gelijk aan'],
  ['≈', 'is approximately', 'ungefähr gleich', 'à peu près égal à', 'aproximadamente igual a', 'circa uguale a', 'aproximadamente igual a', 'is ongeveer gelijk aan'],
  ['≡', 'is identical to', 'identisch mit', 'identique à', 'idéntico a', 'identico a', 'idêntico a', 'is identiek aan'],
  ['∼', 'is similar to', 'ähnlich', 'semblable à', 'semejante a', 'simile a', 'semelhante a', 'is gelijkvormig met'],
  ['≅', 'is congruent to', 'kongruent zu', 'congru à', 'congruente con', 'congruente a', 'congruente a', 'is congruent met'],
  ['∝', 'is proportional to', 'proportional zu', 'proportionnel à', 'proporcional a', 'proporzionale a', 'proporcional a', 'is evenredig met'],
  ['<', 'is less than', 'kleiner als', 'inférieur à', 'menor que', 'minore di', 'menor que', 'is kleiner dan'],
  ['>', 'is greater than', 'größer als', 'supérieur à', 'mayor que', 'maggiore di', 'maior que', 'is groter dan'],
  ['≤', 'is less than or equal to', 'kleiner oder gleich', 'inférieur ou égal à', 'menor o igual que', 'minore o uguale a', 'menor ou igual a', 'is kleiner dan of gelijk aan'],
  ['≥', 'is greater than or equal to', 'größer oder gleich', 'supérieur ou égal à', 'mayor o igual que', 'maggiore o uguale a', 'maior ou igual a', 'is groter dan of gelijk aan'],
  ['≪', 'is much less than', 'viel kleiner als', 'très inférieur à', 'mucho menor que', 'molto minore di', 'muito menor que', 'is veel kleiner dan'],
  ['≫', 'is much greater than', 'viel größer als', 'très supérieur à', 'mucho mayor que', 'molto maggiore di', 'muito maior que', 'is veel groter dan'],
  ['∈', 'is in', 'Element von', 'appartient à', 'pertenece a', 'appartiene a', 'pertence a', 'is een element van'],
  ['∉', 'is not in', 'nicht Element von', 'n’appartient pas à', 'no pertenece a', 'non appartiene a', 'não pertence a', 'is geen element van'],
  ['⊂', 'is a subset of', 'Teilmenge von', 'inclus dans', 'subconjunto de', 'sottoinsieme di', 'subconjunto de', 'is een deelverzameling van'],
  ['⊆', 'is a subset of or equal to', 'Teilmenge von oder gleich', 'inclus dans ou égal à', 'subconjunto de o igual a', 'sottoinsieme di o uguale a', 'subconjunto de ou igual a', 'is een deelverzameling van of gelijk aan'],
  ['∪', 'union', 'vereinigt mit', 'union', 'unión', 'unione', 'união', 'verenigd met'],
  ['∩', 'intersection', 'geschnitten mit', 'intersection', 'intersección', 'intersezione', 'interseção', 'doorsnede met'],
  ['∅', 'the empty set', 'leere Menge', 'l’ensemble vide', 'conjunto vacío', 'insieme vuoto', 'conjunto vazio', 'de lege verzameling'],
  ['∀', 'for all', 'für alle', 'pour tout', 'para todo', 'per ogni', 'para todo', 'voor alle'],
  ['∃', 'there exists', 'es gibt', 'il existe', 'existe', 'esiste', 'existe', 'er bestaat'],
  ['¬', 'not', 'nicht', 'non', 'no', 'non', 'não', 'niet'],
  ['∧', 'and', 'und', 'et', 'y', 'e', 'e', 'en'],
  ['∨', 'or', 'oder', 'ou', 'o', 'o', 'ou', 'of'],
  ['→', 'to', 'nach', 'vers', 'a', 'a', 'para', 'naar'],
  ['⟶', 'to', 'nach', 'vers', 'a', 'a', 'para', 'naar'],
  ['←', 'from', 'von', 'depuis', 'desde', 'da', 'desde', 'van'],
  ['↦', 'maps to', 'abgebildet auf', 'donne', 'se aplica a', 'va in', 'leva a', 'wordt afgebeeld op'],
  ['⇒', 'implies', 'daraus folgt', 'implique', 'implica', 'implica', 'implica', 'dus'],
  ['⟹', 'implies', 'daraus folgt', 'implique', 'implica', 'implica', 'implica', 'dus'],
  ['⇔', 'if and only if', 'genau dann, wenn', 'équivaut à', 'si y solo si', 'se e solo se', 'se e somente se', 'dan en slechts dan als'],
  ['⟺', 'if and only if', 'genau dann, wenn', 'équivaut à', 'si y solo si', 'se e solo se', 'se e somente se', 'dan en slechts dan als'],
  ['∞', 'infinity', 'unendlich', 'l’infini', 'infinito', 'infinito', 'infinito', 'oneindig'],
  ['∂', 'partial d', 'partielles d', 'd rond', 'd parcial', 'd parziale', 'd parcial', 'partiële d'],
  ['∇', 'nabla', 'Nabla', 'nabla', 'nabla', 'nabla', 'nabla', 'nabla'],
  ['∑', 'the sum', 'Summe', 'somme', 'suma', 'somma', 'soma', 'de som'],
  ['∏', 'the product', 'Produkt', 'produit', 'producto', 'prodotto', 'produto', 'het product'],
  ['∫', 'the integral', 'Integral', 'intégrale', 'integral', 'integrale', 'integral', 'de integraal'],
  ['∬', 'the double integral', 'Doppelintegral', 'intégrale double', 'integral doble', 'integrale doppio', 'integral dupla', 'de dubbele integraal'],
  ['∮', 'the closed integral', 'Ringintegral', 'intégrale curviligne', 'integral cerrada', 'integrale chiuso', 'integral fechada', 'de kringintegraal'],
  ['⋃', 'the union', 'Vereinigung', 'union', 'unión', 'unione', 'união', 'de vereniging'],
  ['⋂', 'the intersection', 'Durchschnitt', 'intersection', 'intersección', 'intersezione', 'interseção', 'de doorsnede'],
  ['(', 'open parenthesis', 'Klammer auf', 'parenthèse ouvrante', 'abre paréntesis', 'aperta parentesi', 'abre parêntese', 'haakje openen'],
  [')', 'close parenthesis', 'Klammer zu', 'parenthèse fermante', 'cierra paréntesis', 'chiusa parentesi', 'fecha parêntese', 'haakje sluiten'],
  ['[', 'open bracket', 'eckige Klammer auf', 'crochet ouvrant', 'abre corchete', 'aperta quadra', 'abre colchete', 'vierkant haakje openen'],
  [']', 'close bracket', 'eckige Klammer zu', 'crochet fermant', 'cierra corchete', 'chiusa quadra', 'fecha colchete', 'vierkant haakje sluiten'],
  ['{', 'open brace', 'geschweifte Klammer auf', 'accolade ouvrante', 'abre llave', 'aperta graffa', 'abre chave', 'accolade openen'],
  ['}', 'close brace', 'geschweifte Klammer zu', 'accolade fermante', 'cierra llave', 'chiusa graffa', 'fecha chave', 'accolade sluiten'],
  ['|', 'vertical bar', 'senkrechter Strich', 'barre verticale', 'barra vertical', 'barra verticale', 'barra vertical', 'verticale streep'],
  ['‖', 'double vertical bar', 'senkrechter Doppelstrich', 'double barre', 'doble barra', 'doppia barra', 'barra dupla', 'dubbele streep'],
  [',', ',', ',', ',', ',', ',', ',', ','],
  [';', ';', ';', ';', ';', ';', ';', ';'],
  [':', ':', ':', ':', ':', ':', ':', ':'],
  ['.', '.', '.', '.', '.', '.', '.', '.'],
  ['′', 'prime', 'Strich', 'prime', 'prima', 'primo', 'linha', 'accent'],
  ['!', 'factorial', 'Fakultät', 'factorielle', 'factorial', 'fattoriale', 'fatorial', 'faculteit'],
  ['…', 'and so on', 'und so weiter', 'et ainsi de suite', 'etcétera', 'eccetera', 'e assim por diante', 'enzovoort'],
  ['⋯', 'and so on', 'und so weiter', 'et ainsi de suite', 'etcétera', 'eccetera', 'e assim por diante', 'enzovoort'],
  ['%', 'percent', 'Prozent', 'pour cent', 'por ciento', 'per cento', 'por cento', 'procent'],
  ['°', 'degrees', 'Grad', 'degrés', 'grados', 'gradi', 'graus', 'graden'],
  ['sin', 'sine', 'Sinus', 'sinus', 'seno', 'seno', 'seno', 'sinus'],
  ['cos', 'cosine', 'Cosinus', 'cosinus', 'coseno', 'coseno', 'cosseno', 'cosinus'],
  ['tan', 'tangent', 'Tangens', 'tangente', 'tangente', 'tangente', 'tangente', 'tangens'],
  ['log', 'log', 'Logarithmus', 'log', 'logaritmo', 'logaritmo', 'logaritmo', 'logaritme'],
  ['ln', 'natural log', 'natürlicher Logarithmus', 'logarithme népérien', 'logaritmo natural', 'logaritmo naturale', 'logaritmo natural', 'natuurlijke logaritme'],
  ['lim', 'the limit', 'Limes', 'limite', 'límite', 'limite', 'limite', 'de limiet'],
  ['max', 'the maximum', 'Maximum', 'maximum', 'máximo', 'massimo', 'máximo', 'het maximum'],
  ['min', 'the minimum', 'Minimum', 'minimum', 'mínimo', 'minimo', 'mínimo', 'het minimum']
]

/** The Greek letters from alpha to omega, without the second form of sigma. */
const greek: Readonly<Record<SpokenLanguage, string>> = {
  en: 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega',
  de: 'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda My Ny Xi Omikron Pi Rho Sigma Tau Ypsilon Phi Chi Psi Omega',
  fr: 'alpha bêta gamma delta epsilon zêta êta thêta iota kappa lambda mu nu xi omicron pi rhô sigma tau upsilon phi khi psi oméga',
  es: 'alfa beta gamma delta épsilon zeta eta theta iota kappa lambda mu nu xi ómicron pi rho sigma tau ípsilon phi ji psi omega',
  it: 'alfa beta gamma delta epsilon zeta eta theta iota kappa lambda mi ni xi omicron pi rho sigma tau ipsilon phi chi psi omega',
  pt: 'alfa beta gama delta épsilon zeta eta teta iota capa lambda mi ni csi ómicron pi rô sigma tau ípsilon fi qui psi ómega',
  nl: 'alfa bèta gamma delta epsilon zèta èta thèta jota kappa lambda mu nu xi omikron pi rho sigma tau ypsilon phi chi psi omega'
}
const letters = Array.from('αβγδεζηθικλμνξοπρστυφχψω')

/** The names of signs, functions and Greek letters in a language. */
export function namesIn(language: SpokenLanguage): ReadonlyMap<string, string> {
  const column = languages.indexOf(language) + 1
  const called = greek[language].split(' ')
  return new Map([...rows.map(row => [row[0], row[column] ?? ''] as const), ...letters.map((letter, index) => [letter, called[index] ?? ''] as const)])
}

/** Whether formulas are spoken in a language, as its tag has it without a region. */
export function isSpoken(language: string): language is SpokenLanguage {
  return languages.some(each => each === language)
}
