import {describe, expect, test} from 'vitest'
import {languages, typeset} from './typeset.ts'

const table = [
  // French punctuation.
  ['fr', 'Quoi ? Non ! Si ; voici : rien', 'Quoi_? Non_! Si_; voici~: rien'],
  ['fr', 'Quoi? Non! Si; voici: rien', 'Quoi_? Non_! Si_; voici~: rien'],
  ['fr', 'Quoi ?! Non!!! Vraiment…?', 'Quoi_?! Non_!!! Vraiment…_?'],
  ['fr', '«Oui», « non ».', '«~Oui~», «~non~».'],
  ['fr', '(«oui»)! (?) [!]', '(«~oui~»)_! (?) [!]'],
  ['fr', 'à 10:30, a::b, :-) ;) (voir:ceci)', 'à 10:30, a::b, :-) ;) (voir:ceci)'],
  ['fr', 'http://a.fr/b?c=d et me@b.fr; C:\\a!', 'http://a.fr/b?c=d et me@b.fr_; C:\\a_!'],
  ['fr', '1er mai, le 15 mai, 5 % ; M. Dupont, Mme Curie, n° 5', '1er~mai, le 15~mai, 5~%_; M.~Dupont, Mme~Curie, n°~5'],
  ['fr', 'déjà\u00A0! posé\u202F!', 'déjà~! posé_!'],
  ['fr-CH', '«Oui» « non » Quoi? Quoi ? Si: non', '«_Oui_» «_non_» Quoi? Quoi_? Si: non'],
  // Russian, Ukrainian, Polish line ends.
  ['ru', 'В доме и в лесу, с ним, не я ли, он же, а он', 'В~доме и~в~лесу, с~ним, не~я~ли, он~же, а~он'],
  ['ru', 'В. И. Ленин, 15 января 1917 г., с. 12', 'В.~И.~Ленин, 15~января 1917~г., с.~12'],
  ['ru', 'кое-в чём, она', 'кое-в чём, она'],
  ['ru', 'Сыр и т. д., хлеб и т.п., т. е. всё, до н. э., г. Москва, ул. Ленина', 'Сыр и~т._д., хлеб и~т._п., т._е. всё, до~н._э., г.~Москва, ул.~Ленина'],
  ['uk', 'У домі й у лісі, він же', 'У~домі й~у~лісі, він~же'],
  ['pl', 'W domu i z nim, a on', 'W~domu i~z~nim, a~on'],
  // German.
  ['de', 'z.B. z. B. d. h. u.a. i.d.R. v. Chr. usw.', 'z._B. z._B. d._h. u._a. i._d._R. v._Chr. usw.'],
  ['de', 'S. 44 ff., 44 f., Zi. 12, ca. 600, 88 S.', 'S.~44_ff., 44~f., Zi.~12, ca.~600, 88~S.'],
  ['en-GB', 'pp. 44 ff., c. 1850, ca. 600', 'pp.~44~ff., c.~1850, ca.~600'],
  ['de', '15. Januar, 5 km, 20 °C, 5 Millionen, Nr. 5, S. 12', '15.~Januar, 5_km, 20_°C, 5~Millionen, Nr.~5, S.~12'],
  ['de', 'Dr. Meyer, z.Bsp. und 1917 m. E.', 'Dr.~Meyer, z.Bsp. und 1917~m._E.'],
  // Spanish.
  ['es', '¿ Qué es? ¡ Hola !', '¿Qué es? ¡Hola !'],
  ['es', 'los EE. UU. y p. ej. Cuba', 'los EE._UU. y p._ej. Cuba'],
  ['es', '15 de enero, pág. 12, Sr. López', '15~de enero, pág.~12, Sr.~López'],
  // English.
  ['en-GB', 'p. 12, pp. 12, No. 5, § 5, Fig. 3, p.12', 'p.~12, pp.~12, No.~5, §~5, Fig.~3, p.12'],
  ['en-GB', 'V. I. Lenin, V.I. Lenin, N. K. Krupskaya, J. S. Mill', 'V.~I.~Lenin, V.I.~Lenin, N.~K.~Krupskaya, J.~S.~Mill'],
  ['en-GB', 'better than I. They went. World War I. He', 'better than I. They went. World War I. He'],
  ['en-GB', 'World War I, World War II was; (George V) Part XII, Elizabeth I', 'World War~I, World War~II was; (George~V) Part~XII, Elizabeth~I'],
  ['en-GB', 'In London I saw the Mix and a Vitamin C, the I, Prof X, At II', 'In London I saw the Mix and a Vitamin C, the I, Prof~X, At II'],
  ['ru', 'Николай II, Пётр I, он II', 'Николай~II, Пётр~I, он II'],
  ['en-GB', 'Mr. Smith, Mr Smith, Dr. X, (St. Petersburg)', 'Mr.~Smith, Mr~Smith, Dr.~X, (St.~Petersburg)'],
  ['en-GB', '10 km, 5 %, 20 °C, 5 million, 10 a.m., 5 kmh', '10~km, 5~%, 20~°C, 5~million, 10~a.m., 5 kmh'],
  ['en-US', '15 January 1917, January 15, 1924, May 1917', '15~January 1917, January~15, 1924, May 1917'],
  ['it', '15 gennaio, p. 12, Sig. Rossi', '15~gennaio, p.~12, Sig.~Rossi'],
  ['pt-BR', '15 de janeiro, Sr. Silva', '15~de janeiro, Sr.~Silva'],
  ['nl', '15 januari, blz. 12, dhr. Jansen', '15~januari, blz.~12, dhr.~Jansen'],
  ['el', '15 Ιανουαρίου, σελ. 12', '15~Ιανουαρίου, σελ.~12'],
  ['tr', '15 Ocak, s. 12', '15~Ocak, s.~12'],
  ['pl', '15 stycznia 1917 r., s. 12', '15~stycznia 1917~r., s.~12'],
  ['uk', '15 січня 1917 р., с. 12', '15~січня 1917~р., с.~12'],
  ['en-GB', 'at 4.30 am, 7-9 pm, 10 AM, 12 noon, 12 midnight; 5 amp', 'at 4.30~am, 7–9~pm, 10~AM, 12~noon, 12~midnight; 5 amp'],
  // Telephone numbers and thousands.
  ['en-GB', 'Ring 020 7946 0018 or +44 20 7946 0991, (0113) 496 0999.', 'Ring 020~7946~0018 or +44~20~7946~0991, (0113)~496~0999.'],
  ['en-US', 'Call (212) 555-0142 now; 212-555-0142, 14/2, in 1917 300 men', 'Call (212)~555-0142 now; 212-555-0142, 14/2, in 1917 300 men'],
  ['de', 'Tel. 0711 / 12 34 56, 12 000 Mark', 'Tel.~0711~/~12~34~56, 12~000~Mark'],
  ['de', 'Tel. +49 3726 12, Telefon: 12-34, Hotel 12', 'Tel.~+49~3726~12, Telefon:~12-34, Hotel 12'],
  ['fr', '01 42 34 56 78, 1 200 000 ouvriers', '01~42~34~56~78, 1~200~000 ouvriers'],
  // Dashes begin no line.
  ['de', 'Er kam – endlich – an.', 'Er kam~– endlich~– an.'],
  ['en-GB', 'He came – at last – here.', 'He came~– at last~– here.'],
  // Accounts, dates, prices, units.
  ['de', 'IBAN DE12 6805 0101 0002 3456 78, FR76 1558 9297 0600 0123 4567 890', 'IBAN DE12~6805~0101~0002~3456~78, FR76~1558~9297~0600 0123~4567~890'],
  ['de', 'am 4. 7. 1849 (*12. 3. 1821), am 3. 4., 12. 13. 1821', 'am 4.~7.~1849 (*12.~3.~1821), am 3. 4., 12. 13. 1821'],
  ['de', '3,- Euro, 19,- €. Preis 5,-; 3,-. Fr. 3.- und 4.- CHF, 35 Pf., 3 Euro', '3,–~Euro, 19,–_€. Preis 5,–; 3,–. Fr. 3.– und 4.–_CHF, 35_Pf., 3~Euro'],
  ['nl', '3,- per stuk', '3,– per stuk'],
  ['es', '1.- Primero, 2.- Segundo', '1.- Primero, 2.- Segundo'],
  ['en-GB', '84 deg. F at noon', '84~deg. F at noon'],
  // Measures, old money, addresses.
  ['en-GB', 'He stood 5 ft 2¾ in. in his boots, 9 st 4 lb, 3½ miles, in 1914 in London', 'He stood 5~ft~2¾~in. in his boots, 9~st~4~lb, 3½~miles, in 1914 in London'],
  ['en-GB', '188 pp., 22 miles, 30 mins; 27s. 6d. or £1 3s. 8¼d. (£112 10s.)', '188~pp., 22~miles, 30~mins; 27s.~6d. or £1~3s.~8¼d. (£112~10s.)'],
  ['en-GB', '£ 1,200 and € 3, EUR 5 or CHF 1,200; for 5 € 10 men came, the EURO 3', '£~1,200 and €~3, EUR~5 or CHF~1,200; for 5~€ 10 men came, the EURO 3'],
  ['en-GB', 'P.C. 41 and Mr. A. 41; the 1970s. 6 men, £1 300 men', 'P.C.~41 and Mr.~A. 41; the 1970s. 6 men, £1~300 men'],
  ['de', 'im 1. OG, am 1. Oktober, 23. März 2024, im 19. Jahrhundert, 5 Min. später', 'im 1.~OG, am 1.~Oktober, 23.~März 2024, im 19.~Jahrhundert, 5_Min. später'],
  ['de', 'Holtenauer Str. 12 a, 24159 Kiel; Müller & Co. KG; es waren 24159 Leute, auch 7, 24159 Mark', 'Holtenauer Str. 12 a, 24159~Kiel; Müller & Co.~KG; es waren 24159 Leute, auch 7, 24159~Mark'],
  // Ordinals.
  ['fr', 'au XIXe siècle, la Ve République, au 2e congrès, le XIXème siècle', 'au XIXe~siècle, la Ve~République, au 2e~congrès, le XIXème~siècle']
] as const

test.each(table)('%s: %s', (lang, typed, expected) => {
  expect(typeset(lang, typed)).toBe(expected)
})

test.each(languages)('double spaces become one in %s', lang => {
  expect(typeset(lang, 'word.  Word   word')).toBe('word. Word word')
})

describe('text that only looks like markup or punctuation stays', () => {
  const texts = [
    'at 10:30am Lenin:the word, $15 to $20',
    'http://a.org/b--c...d?e="x"-1, www.b.org/1-2, me-1-2@c.org',
    'a-b--c.txt, ./x--y.z, /etc/1-2, C:\\a--b, ~/c--d, v1.2.3-4',
    'class="a--b", x="1-2"',
    'https://example.org/wiki/\'a\'_-_b'
  ] as const
  test.each(['en-US', 'de', 'fr', 'es', 'ru'].flatMap(lang => texts.map(text => [lang, text] as const)))('%s: %s', (lang, text) => {
    expect(typeset(lang, text)).toBe(text)
  })
})

test('a hyphen that no line may end at is one that every face has', () => {
  expect(typeset('en', 'A non\u2011breaking hyphen, 12\u201115')).toBe('A non\u2060-\u2060breaking hyphen, 12\u2060-\u206015')
})
