/** Words that say nothing alone: articles, prepositions and conjunctions, by language. No line of a title ends with one. */

const lists: Readonly<Record<string, string>> = {
  en: 'a an the and or nor but of in on at to for from by with as into upon against between its their our your his her my',
  es: 'el la los las un una unos unas y e o u ni de del a al en con por para sin sobre contra entre su sus',
  fr: 'le la les un une des du de et ou ni à au aux en dans sur par pour avec sans sous contre entre ce ces son sa ses leur leurs',
  de: 'der die das den dem des ein eine einen einem einer eines und oder von vom zu zum zur in im an am auf für mit ohne aus bei nach über unter gegen als',
  it: 'il lo la i gli le un uno una e ed o di del dello della dei degli delle a al allo alla ai agli alle da dal dalla in nel nella con per su sul sulla tra fra',
  pt: 'o a os as um uma e ou de do da dos das em no na nos nas ao à aos às por pelo pela para com sem sobre contra entre',
  ru: 'и а но или в во на с со к ко о об от до по за из у не ни для без при про над под',
  uk: 'і й та а але або в у на з із зі до від по за о об про для без при над під не ні',
  pl: 'i a o u w z we ze na do od po za lub albo oraz ale dla bez przy nad pod przed o nie',
  el: 'ο η το οι τα του της των τον την τις τους και ή σε στο στη στην στον στα στις στους από για με χωρίς προς κατά ένας μια ένα',
  tr: 've ya bir ile',
  nl: 'de het een en of van in op aan te tot voor met zonder uit bij naar over onder tegen als door'
}

const sets: ReadonlyMap<string, ReadonlySet<string>> = new Map(Object.entries(lists).map(([lang, words]) => [lang, new Set(words.split(' '))]))

/** The words of a language by its BCP 47 tag; of one that is not in the list, none. */
export function functionWords(lang: string): ReadonlySet<string> {
  return sets.get(lang.split('-')[0]?.toLowerCase() ?? '') ?? new Set()
}
