import type {PrintingWords} from './type.ts'

export const nl: PrintingWords = {
  heading: 'Zo drukt u dit pamflet af',
  layouts: {saddle: 'Geniete brochure', signatures: 'In katernen genaaide brochure', zine: 'Zine van één vel', trifold: 'Vouwblad, wikkelvouw', zfold: 'Vouwblad, zigzagvouw', gatefold: 'Vouwblad, altaarvouw', 'cut-and-stack': 'Bladen om te snijden en te stapelen', 'n-up': 'Vlakke vellen'},
  file: 'Bestand', paper: 'Papier', size: 'Schaal', sides: 'Zijden', pages: 'Pagina’s', sheetsPerCopy: 'Vellen per exemplaar', copies: 'Exemplaren', sheets: 'Vellen', paperStack: 'Stapel papier', finishedStack: 'Gereed drukwerk',
  weight: 'g/m²',
  actualSize: 'Werkelijke grootte, 100%; niet „Passend maken”',
  scaled: 'De pagina’s zelf staan op {percent}% van hun grootte.',
  flipShort: 'Dubbelzijdig, omslaan langs de korte zijde',
  flipLong: 'Dubbelzijdig, omslaan langs de lange zijde',
  oneSide: 'Enkelzijdig afdrukken',
  twoPasses: {
    short: 'Druk eerst {fronts} af. Keer de vellen om langs de korte zijde, leg ze terug en druk {backs} af.',
    long: 'Druk eerst {fronts} af. Keer de vellen om langs de lange zijde, leg ze terug en druk {backs} af.'
  },
  feed: {first: 'Het eerst afgedrukte vel moet als eerste worden ingevoerd.', last: 'Het laatst afgedrukte vel moet als eerste worden ingevoerd.'},
  tryOne: 'Druk eerst één exemplaar af, vouw het en blader het door; dan pas de oplage.',
  tryFlat: 'Druk eerst één exemplaar af en kijk het na; dan pas de oplage.',
  ruler: 'Op werkelijke grootte is deze lijn 100 mm lang.',
  front: 'Voorzijde', back: 'Achterzijde',
  steps: {
    saddle: ['Houd de vellen in de afgedrukte volgorde, het omslag buitenom, en vouw ze samen in het midden.', 'Niet van buitenaf tweemaal door de vouw, op een kwart van de hoogte van kop en staart.', 'Strijk de vouw vlak. Snijd de voorkant bij als de binnenste vellen uitsteken.'],
    signatures: ['Neem de vellen op volgorde, in katernen van {sizes}. Vouw elk katern apart, het eerste vel buitenom.', 'Leg de katernen op volgorde op elkaar en naai ze door de vouwen.', 'Lijm de rug, laat hem onder gewicht drogen en snijd het blok bij.'],
    zine: ['Vouw het vel in tweeën, vieren en achten, en open het weer.', 'Snijd het midden in, alleen tussen de twee buitenste vouwen.', 'Vouw het in de lengte, de druk buiten. Duw de uiteinden naar elkaar tot de snede opengaat en sla de bladen om, het omslag voor.'],
    trifold: ['Leg het vel met de binnenkant van het omslag boven; die ligt links. Vouw het rechter, smallere deel naar binnen.', 'Vouw het linkerdeel eroverheen: nu ligt het omslag boven.'],
    zfold: ['Leg het vel met de binnenkant van het omslag boven; die ligt links. Vouw het linkerdeel naar rechts: nu ligt het omslag boven.', 'Vouw het rechterdeel naar achteren.'],
    gatefold: ['Leg het vel met het omslag naar beneden. Vouw de twee buitenste, smallere delen naar het midden.', 'Sluit het in het midden, het omslag voor.'],
    'cut-and-stack': ['Snijd de hele stapel langs de lijnen in de tekening, zonder de volgorde te veranderen.', 'Leg de stapels op elkaar, rij voor rij van linksboven, de eerste bovenop.', 'Bind de bladen langs de linkerrand: lijmen, nieten of ringen.'],
    'n-up': ['Lees de vellen zoals ze zijn, rij voor rij, of snijd ze los.']
  },
  oneSignature: {layout: 'Genaaide brochure', sew: 'Naai de vellen samen door de vouw.'},
  singleSheets: 'Neem de vellen op volgorde en vouw elk vel apart, de voorzijde buitenom: elk vel is een katern.',
  oneSheet: {
    layouts: {saddle: 'Gevouwen vel', 'n-up': 'Vlak vel'},
    steps: {saddle: ['Vouw het vel in het midden, het omslag buitenom.', 'Strijk de vouw vlak. Een enkel vel heeft geen nietjes nodig.'], 'n-up': ['Lees het vel zoals het is, rij voor rij, of snijd het los.']}
  }
}
