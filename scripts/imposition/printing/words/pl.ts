import type {PrintingWords} from './type.ts'

export const pl: PrintingWords = {
  heading: 'Jak wydrukować tę broszurę',
  layouts: {saddle: 'Broszura szyta zszywkami', signatures: 'Broszura szyta składkami', zine: 'Zin z jednego arkusza', trifold: 'Ulotka składana w C', zfold: 'Ulotka składana w Z', gatefold: 'Ulotka składana w okno', 'cut-and-stack': 'Kartki do cięcia i składania', 'n-up': 'Arkusze bez falcu'},
  file: 'Plik', paper: 'Papier', size: 'Skala', sides: 'Strony arkusza', pages: 'Strony', sheetsPerCopy: 'Arkuszy na egzemplarz', copies: 'Egzemplarze', sheets: 'Arkusze', paperStack: 'Stos papieru', finishedStack: 'Gotowy nakład',
  weight: 'g/m²',
  actualSize: 'Rzeczywisty rozmiar, 100%; nie „Dopasuj do strony”',
  scaled: 'Same strony mają {percent}% swojego rozmiaru.',
  flipShort: 'Druk dwustronny, odwracanie wzdłuż krótkiej krawędzi',
  flipLong: 'Druk dwustronny, odwracanie wzdłuż długiej krawędzi',
  oneSide: 'Druk jednostronny',
  twoPasses: {
    short: 'Najpierw wydrukuj {fronts}. Odwróć arkusze wzdłuż krótkiej krawędzi, włóż je ponownie i wydrukuj {backs}.',
    long: 'Najpierw wydrukuj {fronts}. Odwróć arkusze wzdłuż długiej krawędzi, włóż je ponownie i wydrukuj {backs}.'
  },
  feed: {first: 'Pierwszy musi wejść arkusz wydrukowany jako pierwszy.', last: 'Pierwszy musi wejść arkusz wydrukowany jako ostatni.'},
  tryOne: 'Wydrukuj jeden egzemplarz, złóż go i przekartkuj, zanim wydrukujesz cały nakład.',
  tryFlat: 'Wydrukuj jeden egzemplarz i przejrzyj go, zanim wydrukujesz cały nakład.',
  ruler: 'W rzeczywistym rozmiarze ta linia ma 100 mm.',
  front: 'Przód', back: 'Tył',
  steps: {
    saddle: ['Zostaw arkusze w kolejności druku, okładką na zewnątrz, i złóż je razem w połowie.', 'Zszyj dwiema zszywkami przez grzbiet od zewnątrz, w jednej czwartej wysokości od góry i od dołu.', 'Zaprasuj falc. Przytnij przednią krawędź, jeśli wewnętrzne arkusze wystają.'],
    signatures: ['Bierz arkusze po kolei, składkami: {sizes}. Złóż każdą składkę osobno, pierwszym arkuszem na zewnątrz.', 'Ułóż składki po kolei i zszyj je przez grzbiety.', 'Zaklej grzbiet, wysusz pod obciążeniem i okrój blok.'],
    zine: ['Złóż arkusz na pół, na cztery i na osiem, i otwórz go.', 'Przetnij środek, tylko między dwoma zewnętrznymi zgięciami.', 'Złóż wzdłuż, drukiem na zewnątrz. Zsuń końce, aż nacięcie się otworzy, i złóż kartki okładką do przodu.'],
    trifold: ['Połóż arkusz wewnętrzną stroną okładki do góry, po lewej. Zagnij do środka prawe, węższe skrzydło.', 'Zagnij na nie lewe skrzydło: okładka leży na wierzchu.'],
    zfold: ['Połóż arkusz wewnętrzną stroną okładki do góry, po lewej. Zagnij lewe skrzydło w prawo: okładka leży na wierzchu.', 'Zagnij prawe skrzydło do tyłu.'],
    gatefold: ['Połóż arkusz okładką w dół. Zagnij oba zewnętrzne, węższe skrzydła do środka.', 'Zamknij w połowie, okładką do przodu.'],
    'cut-and-stack': ['Potnij cały stos wzdłuż linii na rysunku, nie zmieniając kolejności.', 'Ułóż stosy jeden na drugim, rząd po rzędzie od lewego górnego rogu, pierwszy na wierzchu.', 'Złącz kartki wzdłuż lewej krawędzi: klejem, zszywkami lub grzbietem.'],
    'n-up': ['Czytaj arkusze tak, jak są, rząd po rzędzie, albo je potnij.']
  },
  oneSignature: {layout: 'Broszura szyta nićmi', sew: 'Zszyj arkusze razem nićmi przez grzbiet.'},
  singleSheets: 'Bierz arkusze po kolei i złóż każdy osobno, przodem na zewnątrz: każdy jest składką.',
  oneSheet: {
    layouts: {saddle: 'Arkusz złożony na pół', 'n-up': 'Arkusz bez falcu'},
    steps: {saddle: ['Złóż arkusz w połowie, okładką na zewnątrz.', 'Zaprasuj falc. Jeden arkusz nie potrzebuje zszywek.'], 'n-up': ['Czytaj arkusz tak, jak jest, rząd po rzędzie, albo go potnij.']}
  }
}
