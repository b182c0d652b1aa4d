/** The words that each language binds to what follows or precedes them. A list is one string, its words apart by spaces. */

export type WordLists = {
  /** Abbreviations that a number follows (`p. 12`), as they are written, full stops included. */
  readonly beforeNumber: ReadonlySet<string>
  /** Titles that a name follows (`Dr. X`), as they are written. */
  readonly titles: ReadonlySet<string>
  /** Units and other words that belong to the number before them; without their full stop. */
  readonly afterNumber: ReadonlySet<string>
  /** What floors, editions and centuries are counted by, behind the full stop of an ordinal (`1. OG`); without their own. */
  readonly afterOrdinal: ReadonlySet<string>
  /** Months in lower case, in the form that follows a day. */
  readonly months: ReadonlySet<string>
  /** Months in their other forms, whole and short, as they are written inside a sentence; without full stop. */
  readonly monthNames: ReadonlySet<string>
  /** Days of the week, whole and short, as they are written inside a sentence; without full stop. */
  readonly days: ReadonlySet<string>
  /** What is left of words whose beginning an apostrophe replaces (`'tis`), in lower case; no words of their own right. */
  readonly elisions: ReadonlySet<string>
  /** Words of one or two letters that must not end a line, in lower case. */
  readonly short: ReadonlySet<string>
  /** Words that must not begin a line, in lower case. */
  readonly particles: ReadonlySet<string>
}

const signs = '§ §§ № № n° N° nº Nº n.º N.º P. Pp. PP.'
const units = 'km m cm mm µm nm ha km² m² cm² mm² km³ m³ cm³ km/h m/s kg g mg t l ml dl hl s ms min h kW MW GW kWh MWh Hz kHz MHz GHz kB MB GB TB °C °F ° % ‰ € £ $ ¥ EUR USD GBP CHF'

type Lists = {readonly [Name in keyof WordLists]?: string}

/** Make the sets; signs and units are common to all languages. */
function lists({beforeNumber = '', titles = '', afterNumber = '', afterOrdinal = '', months = '', monthNames = '', days = '', elisions = '', short = '', particles = ''}: Lists): WordLists {
  return {
    beforeNumber: words(`${signs} ${beforeNumber}`),
    titles: words(titles),
    afterNumber: words(`${units} ${afterNumber}`),
    afterOrdinal: words(afterOrdinal),
    months: words(months),
    monthNames: words(monthNames),
    days: words(days),
    elisions: words(elisions),
    short: words(short),
    particles: words(particles)
  }
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').filter(word => word !== ''))
}

/** The lists by primary language. */
export const wordLists = {
  none: lists({beforeNumber: 'p. pp. No. Nos.'}),
  en: lists({
    beforeNumber: 'p. pp. No. Nos. Fig. Figs. fig. figs. Vol. Vols. vol. vols. Ch. ch. chs. chap. chaps. Art. art. arts. Sec. sec. para. paras. col. cols. n. nn. fol. fols. Eq. eq. ca. c.',
    titles: 'Mr. Mrs. Ms. Dr. Prof. St. Rev. Gen. Col. Capt. Lt. Sgt. Sen. Gov. Hon. Mr Mrs Ms Dr Prof St Messrs Messrs.',
    afterNumber: 'million billion mile miles mph foot feet ft inch inches yard yards yd yds acre acres ton tons tonnes st lb lbs oz cwt pounds shillings pence guineas dollars cents hr hrs mins sec secs pp vols deg f ff a.m p.m am pm AM PM noon midnight BC AD BCE CE',
    months: 'january february march april may june july august september october november december',
    monthNames: 'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec',
    days: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun',
    elisions: 'tis twas twere twill twould twixt twasn tisn em im e tain cos coz til bout n neath gainst mongst pon fraid scuse specially spect nother ome ouse alf eard ead ello arry enry arriet erbert'
  }),
  fr: lists({
    beforeNumber: 'p. pp. vol. t. chap. art. fig. col. al. ch.',
    titles: 'M. MM. Mme Mmes Mlle Mlles Mgr Dr Pr Me',
    afterNumber: 'million millions milliard milliards francs euros mètres kilomètres mn',
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    monthNames: 'janv févr avr juil sept oct nov déc',
    days: 'lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim'
  }),
  de: lists({
    beforeNumber: 'S. Nr. Nrn. Bd. Bde. Abb. Kap. Art. Abs. Anm. Sp. Jg. Tab. Ziff. Bl. H. Zi. Rn. Z. Fn. ca. rd. mind. max.',
    titles: 'Dr. Prof. Hr. Hrn. Fr. St. Frl. Ing.',
    afterNumber: 'Millionen Million Milliarden Milliarde Mio Mrd Uhr Pf Pfg Euro Mark Franken Pfund Cent Meter Kilometer Std Min Sek f ff S',
    afterOrdinal: 'OG UG Stock Etage Aufl Auflage Jg Jh Jahrhundert Jahrhunderts',
    months: 'januar jänner februar feber märz april mai juni juli august september oktober november dezember',
    monthNames: 'Jan Jän Feb Mrz Apr Jun Jul Aug Sep Sept Okt Nov Dez',
    days: 'Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag Mo Di Mi Do Fr Sa So',
    elisions: 's n ne nen nem ner rum rein raus rauf runter rüber ran naus nauf ran mal'
  }),
  es: lists({
    beforeNumber: 'p. pp. pág. págs. núm. núms. vol. vols. cap. caps. art. arts. fig. t.',
    titles: 'Sr. Sra. Srta. Sres. D. Dña. Dr. Dra. Prof. Ud. Lic. Ing.',
    afterNumber: 'de millón millones euros pesetas pesos metros kilómetros',
    months: 'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre',
    monthNames: 'ene feb mar abr jun jul ago sep sept oct nov dic',
    days: 'lunes martes miércoles jueves viernes sábado domingo lun mié jue vie sáb dom'
  }),
  it: lists({
    beforeNumber: 'p. pp. n. nn. vol. voll. cap. capp. art. artt. fig. figg. t. col. ca.',
    titles: 'Sig. Sig.ra Dott. Dott.ssa Dr. Prof. Prof.ssa Avv. On. Ing.',
    afterNumber: 'milione milioni miliardo miliardi euro lire metri chilometri',
    months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    monthNames: 'gen feb mar apr mag giu lug ago set ott nov dic',
    days: 'lunedì martedì mercoledì giovedì venerdì sabato domenica lun mer gio ven sab dom',
    elisions: 'l sto sta sti ste n na ndrangheta'
  }),
  pt: lists({
    beforeNumber: 'p. pp. pág. págs. vol. vols. cap. caps. art. arts. fig. t.',
    titles: 'Sr. Sra. Srs. D. Dr. Dra. Prof. Eng.',
    afterNumber: 'de milhão milhões mil',
    months: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    monthNames: 'jan fev abr mai jun jul ago set out nov dez',
    days: 'segunda terça quarta quinta sexta sábado domingo seg ter qua qui sex sáb dom'
  }),
  ru: lists({
    beforeNumber: 'с. С. стр. т. Т. тт. гл. рис. табл. п. пп. ст. вып. ч. кн.',
    titles: 'тов. т. гр. проф. акад. им. св. г-н г-жа г. ул. пл. просп. пос. дер. пер. о.',
    afterNumber: 'км м см мм га кг г мг т л мл ч мин с г гг в вв руб коп тыс млн млрд чел',
    months: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
    monthNames: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
    days: 'понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс',
    short: 'в во к ко с со у о об и а я на по от до из за не ни но да',
    particles: 'ж б ли бы же ль'
  }),
  uk: lists({
    beforeNumber: 'с. С. стор. т. Т. тт. гл. рис. табл. п. пп. ст. вип. ч. кн. розд.',
    titles: 'тов. гр. проф. акад. ім. св.',
    afterNumber: 'км м см мм га кг г мг т л мл год хв р рр ст грн коп тис млн млрд',
    months: 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
    monthNames: 'січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень',
    days: 'понеділок вівторок середа четвер п’ятниця субота неділя пн вт ср чт пт сб нд',
    short: 'в у з і й а о об на по до із зі за не ні но та',
    particles: 'ж же б би ли'
  }),
  pl: lists({
    beforeNumber: 's. nr t. z. rozdz. rys. tab. art. ust. par. poz.',
    titles: 'prof. dr hab. mgr inż. ks. św. gen. płk',
    afterNumber: 'r w tys mln mld zł gr godz',
    months: 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
    monthNames: 'styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień',
    days: 'poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt sob niedz',
    short: 'a i o u w z'
  }),
  el: lists({
    beforeNumber: 'σ. σσ. σελ. αρ. τ. τόμ. κεφ. εικ. άρθ.',
    titles: 'κ. κα. Δρ. Δρ',
    months: 'ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου',
    monthNames: 'ιανουάριος φεβρουάριος μάρτιος απρίλιος μάιος ιούνιος ιούλιος αύγουστος σεπτέμβριος οκτώβριος νοέμβριος δεκέμβριος',
    days: 'δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή'
  }),
  tr: lists({
    beforeNumber: 's. ss. No. no. c. bkz.',
    titles: 'Dr. Prof. Sn. Av.',
    afterNumber: 'milyon milyar bin',
    months: 'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
    monthNames: 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık',
    days: 'Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar'
  }),
  nl: lists({
    beforeNumber: 'p. pp. blz. pag. nr. nrs. dl. hfst. hst. art. fig. afb. vgl. ca. circa',
    titles: 'dhr. mevr. mw. dr. prof. mr. ir. drs. Dr. Prof. St.',
    afterNumber: 'miljoen miljard uur',
    months: 'januari februari maart april mei juni juli augustus september oktober november december',
    monthNames: 'jan feb mrt apr jun jul aug sep sept okt nov dec',
    days: 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma di wo vr za zo',
    elisions: 't s n k m r'
  })
} as const satisfies Readonly<Record<string, WordLists>>
