import type {PrintingWords} from './type.ts'

export const tr: PrintingWords = {
  heading: 'Bu broşür nasıl basılır',
  layouts: {saddle: 'Tel dikişli kitapçık', signatures: 'Formalar hâlinde dikilmiş kitapçık', zine: 'Tek yapraktan fanzin', trifold: 'İçe katlamalı üç kırımlı broşür', zfold: 'Z katlamalı broşür', gatefold: 'Pencere katlamalı broşür', 'cut-and-stack': 'Kesilip üst üste konacak yapraklar', 'n-up': 'Düz tabakalar'},
  file: 'Dosya', paper: 'Kâğıt', size: 'Ölçek', sides: 'Yüzler', pages: 'Sayfa', sheetsPerCopy: 'Nüsha başına tabaka', copies: 'Nüsha', sheets: 'Tabaka', paperStack: 'Kâğıt yığını', finishedStack: 'Biten nüshalar',
  weight: 'g/m²',
  actualSize: 'Gerçek boyut, %100; “Sayfaya sığdır” değil',
  scaled: 'Sayfaların kendisi %{percent} ölçeğindedir.',
  flipShort: 'Çift taraflı, kısa kenardan çevir',
  flipLong: 'Çift taraflı, uzun kenardan çevir',
  oneSide: 'Yalnız tek taraflı',
  twoPasses: {
    short: 'Önce {fronts} dosyasını basın. Tabakaları kısa kenardan çevirip yeniden koyun ve {backs} dosyasını basın.',
    long: 'Önce {fronts} dosyasını basın. Tabakaları uzun kenardan çevirip yeniden koyun ve {backs} dosyasını basın.'
  },
  feed: {first: 'İlk basılan tabaka ilk girmelidir.', last: 'Son basılan tabaka ilk girmelidir.'},
  tryOne: 'Önce bir nüsha basın, katlayın ve sayfalarını çevirin; sonra hepsini basın.',
  tryFlat: 'Önce bir nüsha basın ve gözden geçirin; sonra hepsini basın.',
  ruler: 'Gerçek boyutta bu çizgi 100 mm uzunluğundadır.',
  front: 'Ön yüz', back: 'Arka yüz',
  steps: {
    saddle: ['Tabakaları çıktıkları sırada bırakın, kapak dışta olsun; hepsini birlikte ortadan katlayın.', 'Kat yerinden, dıştan iki kez zımbalayın: baştan ve etekten yüksekliğin dörtte biri kadar içeride.', 'Kat yerini bastırın. İç tabakalar taşıyorsa ön kenarı tıraşlayın.'],
    signatures: ['Tabakaları sırayla, formalar hâlinde alın: {sizes}. Her formayı ayrı katlayın, ilk tabaka dışta olsun.', 'Formaları sırayla üst üste koyun ve kat yerlerinden dikin.', 'Sırtı tutkallayın, ağırlık altında kurutun, sonra tıraşlayın.'],
    zine: ['Yaprağı ikiye, dörde ve sekize katlayın, sonra yeniden açın.', 'Ortasını, yalnız dıştaki iki kat arasında kesin.', 'Baskı dışta kalacak biçimde boyuna katlayın. Uçları kesik açılana dek birbirine itin ve yaprakları kapak önde olacak biçimde kapatın.'],
    trifold: ['Yaprağı, kapağın iç yüzü üstte ve solda olacak biçimde koyun. Sağdaki, daha dar kanadı içe katlayın.', 'Sol kanadı üzerine katlayın: kapak üste gelir.'],
    zfold: ['Yaprağı, kapağın iç yüzü üstte ve solda olacak biçimde koyun. Sol kanadı sağa katlayın: kapak üste gelir.', 'Sağ kanadı arkaya katlayın.'],
    gatefold: ['Yaprağı kapak alta gelecek biçimde koyun. Dıştaki, daha dar iki kanadı ortaya katlayın.', 'Ortadan kapatın, kapak önde olsun.'],
    'cut-and-stack': ['Bütün yığını, sırasını bozmadan çizimdeki çizgilerden kesin.', 'Yığınları sol üstten başlayarak sıra sıra üst üste koyun, ilki en üstte olsun.', 'Yaprakları sol kenardan ciltleyin: tutkal, zımba ya da spiral.'],
    'n-up': ['Tabakaları olduğu gibi, sıra sıra okuyun ya da kesip ayırın.']
  },
  oneSignature: {layout: 'Dikilmiş kitapçık', sew: 'Tabakaları kat yerinden birlikte dikin.'},
  singleSheets: 'Tabakaları sırayla alın ve her birini ayrı katlayın, ön yüzü dışta olsun: her tabaka bir formadır.',
  oneSheet: {
    layouts: {saddle: 'Katlanmış tabaka', 'n-up': 'Düz tabaka'},
    steps: {saddle: ['Tabakayı ortadan katlayın, kapak dışta olsun.', 'Kat yerini bastırın. Tek tabakaya zımba gerekmez.'], 'n-up': ['Tabakayı olduğu gibi, sıra sıra okuyun ya da kesip ayırın.']}
  }
}
