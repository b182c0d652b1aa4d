/** From a title to the name of the pamphlet's files. */
import {createHash} from 'node:crypto'

/** Letters that Unicode does not take apart, Cyrillic and Greek: a simple transliteration, a name and not a scholar's. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ŋ: 'ng', ŧ: 't', ĸ: 'k',
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm',
  н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch',
  ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya', є: 'ye', і: 'i', ї: 'yi', ґ: 'g', ў: 'u', ђ: 'dj', ј: 'j', љ: 'lj',
  њ: 'nj', ћ: 'c', џ: 'dz', ѕ: 'dz', ѣ: 'e', ѳ: 'f', ѵ: 'i',
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x',
  ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o'
}

const maximumLength = 80

/** What a slug may be, given or made. */
const pattern = /^[a-z0-9][a-z0-9-]{0,99}$/

/** Names that Windows keeps for devices, with any extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/** Tell whether a text can name files on every system: lower-case letters, digits and hyphens, at most 100. */
export function isSlug(text: string): boolean {
  return pattern.test(text) && !reserved.test(text)
}

/** German writes its umlauts with two letters where it has no others. */
const german: Readonly<Record<string, string>> = {ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss'}

/** Make a slug from any text, in the manner of its language: at most 80 characters, cut between words; `pamphlet` where no letter can be kept. */
export function slugOf(title: string, lang = 'und'): string {
  return lettersOf(title, lang) || 'pamphlet'
}

/**
 * Make the slug of a pamphlet: from its title; where more of that goes than stays, as of one in Arabic or Chinese, from
 * `name`, its file's or its folder's; where that is no better, `pamphlet-` and a sum of both, so that no two are alike.
 */
export function slugFor(title: string, lang: string, name: string): string {
  const found = [title, name].map(text => isKept(text, lang) ? lettersOf(text, lang) : '').find(slug => slug !== '')
  return found ?? `pamphlet-${createHash('sha256').update(`${title}\n${name}`).digest('hex').slice(0, 8)}`
}

/** Whether a slug keeps most of a text's letters: a year alone says nothing of a title in another script. */
function isKept(text: string, lang: string): boolean {
  const lost = plain(text, lang).match(/(?![a-z])\p{L}/gu)?.length ?? 0
  return lost <= (plain(text, lang).match(/[a-z]/g)?.length ?? 0)
}

/** The slug of a text; empty where no letter can be kept. */
function lettersOf(text: string, lang: string): string {
  const slug = shorten(plain(text, lang).replace(/[^a-z0-9\p{L}]+/gu, '-').replace(/[^a-z0-9-]/g, '').replace(/-+/g, '-').replace(/^-|-$/g, ''))
  return reserved.test(slug) ? `${slug}-pamphlet` : slug
}

/** A text in lower-case letters without their marks. */
function plain(text: string, lang: string): string {
  const own = /^de(?:-|$)/i.test(lang) ? german : {}
  return Array.from(text.toLowerCase().normalize('NFC'), character => own[character] ?? latin(character)).join('').replace(/['’ʼ`´]/g, '')
}

/** One letter without its marks; what is not known stays, to be dropped. */
function latin(character: string): string {
  const known = letters[character]
  if (known !== undefined) return known
  const bare = character.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase()
  return Array.from(bare, part => letters[part] ?? part).join('')
}

function shorten(slug: string): string {
  if (slug.length <= maximumLength) return slug
  const end = slug.lastIndexOf('-', maximumLength)
  return slug.slice(0, end > 0 ? end : maximumLength)
}
