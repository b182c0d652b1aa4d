import type {PrintingWords} from './type.ts'

export const it: PrintingWords = {
  heading: 'Come stampare questo opuscolo',
  layouts: {saddle: 'Opuscolo a punto metallico', signatures: 'Libretto cucito a segnature', zine: 'Fanzine da un solo foglio', trifold: 'Pieghevole a portafoglio', zfold: 'Pieghevole a zeta', gatefold: 'Pieghevole a finestra', 'cut-and-stack': 'Fogli da tagliare e impilare', 'n-up': 'Fogli stesi'},
  file: 'File', paper: 'Carta', size: 'Scala', sides: 'Facciate', pages: 'Pagine', sheetsPerCopy: 'Fogli per copia', copies: 'Copie', sheets: 'Fogli', paperStack: 'Pila di carta', finishedStack: 'Copie finite',
  weight: 'g/m²',
  actualSize: 'Dimensioni effettive, 100%; non «Adatta alla pagina»',
  scaled: 'Le pagine stesse sono al {percent}% della loro misura.',
  flipShort: 'Fronte-retro, capovolgi sul lato corto',
  flipLong: 'Fronte-retro, capovolgi sul lato lungo',
  oneSide: 'Solo fronte',
  twoPasses: {
    short: 'Stampare prima {fronts}. Capovolgere i fogli sul lato corto, reinserirli e stampare {backs}.',
    long: 'Stampare prima {fronts}. Capovolgere i fogli sul lato lungo, reinserirli e stampare {backs}.'
  },
  feed: {first: 'Il foglio stampato per primo deve entrare per primo.', last: 'Il foglio stampato per ultimo deve entrare per primo.'},
  tryOne: 'Stampare una copia, piegarla e sfogliarla prima di stampare tutte le altre.',
  tryFlat: 'Stampare una copia e controllarla prima di stampare tutte le altre.',
  ruler: 'A dimensioni effettive questa linea è lunga 100 mm.',
  front: 'Fronte', back: 'Retro',
  steps: {
    saddle: ['Lasciare i fogli nell’ordine di stampa, la copertina all’esterno, e piegarli insieme a metà.', 'Cucire con due punti metallici sulla piega, dall’esterno, a un quarto dell’altezza da testa e piede.', 'Appiattire la piega. Rifilare il bordo esterno se i fogli interni sporgono.'],
    signatures: ['Prendere i fogli in ordine, in segnature di {sizes}. Piegare ogni segnatura per conto suo, il primo foglio all’esterno.', 'Sovrapporre le segnature in ordine e cucirle lungo la piega.', 'Incollare il dorso, lasciarlo asciugare sotto un peso, poi rifilare.'],
    zine: ['Piegare il foglio a metà, in quarti e in ottavi, e riaprirlo.', 'Tagliare al centro, solo tra le due pieghe esterne.', 'Piegarlo per il lungo, la stampa fuori. Spingere le estremità una verso l’altra finché il taglio si apre e chiudere i fogli, la copertina davanti.'],
    trifold: ['Posare il foglio con l’interno della copertina verso l’alto, a sinistra. Piegare verso l’interno l’anta destra, la più stretta.', 'Piegarvi sopra l’anta sinistra: ora la copertina è in vista.'],
    zfold: ['Posare il foglio con l’interno della copertina verso l’alto, a sinistra. Piegare l’anta sinistra verso destra: ora la copertina è in vista.', 'Piegare l’anta destra all’indietro.'],
    gatefold: ['Posare il foglio con la copertina verso il basso. Piegare verso il centro le due ante esterne, più strette.', 'Chiudere al centro, la copertina davanti.'],
    'cut-and-stack': ['Tagliare tutta la pila lungo le linee del disegno, senza cambiare l’ordine.', 'Sovrapporre le pile, riga per riga dall’alto a sinistra, la prima sopra.', 'Rilegare i fogli lungo il bordo sinistro: colla, punti o spirale.'],
    'n-up': ['Leggere i fogli così come sono, riga per riga, oppure tagliarli.']
  },
  oneSignature: {layout: 'Libretto cucito', sew: 'Cucire insieme i fogli lungo la piega.'},
  singleSheets: 'Prendere i fogli in ordine e piegarli uno per uno, il fronte all’esterno: ciascuno è una segnatura.',
  oneSheet: {
    layouts: {saddle: 'Foglio piegato', 'n-up': 'Foglio steso'},
    steps: {saddle: ['Piegare il foglio a metà, la copertina all’esterno.', 'Appiattire la piega. Un solo foglio non ha bisogno di punti metallici.'], 'n-up': ['Leggere il foglio così com’è, riga per riga, oppure tagliarlo.']}
  }
}
