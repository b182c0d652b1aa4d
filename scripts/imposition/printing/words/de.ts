import type {PrintingWords} from './type.ts'

export const de: PrintingWords = {
  heading: 'So wird dieses Heft gedruckt',
  layouts: {saddle: 'Geheftete Broschüre', signatures: 'Broschüre, in Lagen fadengeheftet', zine: 'Zine aus einem Bogen', trifold: 'Faltblatt, Wickelfalz', zfold: 'Faltblatt, Zickzackfalz', gatefold: 'Faltblatt, Altarfalz', 'cut-and-stack': 'Blätter zum Schneiden und Stapeln', 'n-up': 'Ungefalzte Bogen'},
  file: 'Datei', paper: 'Papier', size: 'Skalierung', sides: 'Druck', pages: 'Seiten', sheetsPerCopy: 'Bogen je Exemplar', copies: 'Exemplare', sheets: 'Bogen', paperStack: 'Papierstapel', finishedStack: 'Fertige Exemplare',
  weight: 'g/m²',
  actualSize: 'Tatsächliche Größe, 100 %; nicht „An Seite anpassen“',
  scaled: 'Die Seiten selbst stehen auf {percent} % ihrer Größe.',
  flipShort: 'Beidseitig drucken, über kurze Kante spiegeln',
  flipLong: 'Beidseitig drucken, über lange Kante spiegeln',
  oneSide: 'Nur einseitig drucken',
  twoPasses: {
    short: 'Zuerst {fronts} drucken. Die Bogen über die kurze Kante wenden, wieder einlegen und {backs} drucken.',
    long: 'Zuerst {fronts} drucken. Die Bogen über die lange Kante wenden, wieder einlegen und {backs} drucken.'
  },
  feed: {first: 'Der zuerst gedruckte Bogen muss zuerst eingezogen werden.', last: 'Der zuletzt gedruckte Bogen muss zuerst eingezogen werden.'},
  tryOne: 'Erst ein Exemplar drucken, falzen und durchblättern, dann die Auflage.',
  tryFlat: 'Erst ein Exemplar drucken und durchsehen, dann die Auflage.',
  ruler: 'In tatsächlicher Größe ist diese Linie 100 mm lang.',
  front: 'Vorderseite', back: 'Rückseite',
  steps: {
    saddle: ['Die Bogen in der gedruckten Reihenfolge lassen, den Umschlag außen, und gemeinsam in der Mitte falzen.', 'Von außen zweimal durch den Falz heften, je ein Viertel der Höhe von Kopf und Fuß entfernt.', 'Den Falz glatt streichen. Vorn beschneiden, wenn die inneren Bogen vorstehen.'],
    signatures: ['Die Bogen der Reihe nach zu Lagen von {sizes} nehmen. Jede Lage für sich falzen, den ersten Bogen außen.', 'Die Lagen der Reihe nach aufeinanderlegen und durch die Falze heften.', 'Den Rücken leimen, unter Gewicht trocknen lassen, dann beschneiden.'],
    zine: ['Den Bogen zur Hälfte, zum Viertel und zum Achtel falzen und wieder öffnen.', 'In der Mitte aufschneiden, nur zwischen den beiden äußeren Falzen.', 'Längs falzen, den Druck außen. Beide Enden zusammenschieben, bis sich der Schnitt öffnet, und die Blätter herumlegen, den Titel vorn.'],
    trifold: ['Den Bogen mit der Innenseite des Titels nach oben legen, sie liegt links. Die rechte, schmalere Seite einschlagen.', 'Die linke Seite darüberfalzen: Nun liegt der Titel oben.'],
    zfold: ['Den Bogen mit der Innenseite des Titels nach oben legen, sie liegt links. Die linke Seite nach rechts falzen: Nun liegt der Titel oben.', 'Die rechte Seite nach hinten falzen.'],
    gatefold: ['Den Bogen mit dem Titel nach unten legen. Die beiden äußeren, schmaleren Seiten zur Mitte einschlagen.', 'In der Mitte schließen, den Titel vorn.'],
    'cut-and-stack': ['Den ganzen Stapel entlang der Linien in der Zeichnung schneiden, ohne die Reihenfolge zu ändern.', 'Die Stapel aufeinanderlegen, Zeile für Zeile von links oben, den ersten zuoberst.', 'Die Blätter am linken Rand binden: leimen, klammern oder ringeln.'],
    'n-up': ['Die Bogen lesen, wie sie sind, Zeile für Zeile, oder auseinanderschneiden.']
  },
  oneSignature: {layout: 'Fadengeheftete Broschüre', sew: 'Die Bogen mit Faden durch den Falz heften.'},
  singleSheets: 'Die Bogen in der gedruckten Reihenfolge lassen und jeden für sich falzen, die Vorderseite außen: Jeder ist eine Lage.',
  oneSheet: {
    layouts: {saddle: 'Gefalzter Bogen', 'n-up': 'Ungefalzter Bogen'},
    steps: {saddle: ['Den Bogen in der Mitte falzen, den Titel außen.', 'Den Falz glatt streichen. Ein einzelner Bogen braucht keine Klammern.'], 'n-up': ['Den Bogen lesen, wie er ist, Zeile für Zeile, oder auseinanderschneiden.']}
  }
}
