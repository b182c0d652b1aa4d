/** Signs of formulas, and what TeX calls them. */

/** Pairs of a sign and its command, parted by spaces. */
const pairs = `α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ kappa λ lambda μ mu µ mu ν nu ξ xi π pi ϖ varpi
ρ rho ϱ varrho σ sigma ς varsigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega Γ Gamma Δ Delta ∆ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega
∑ sum ∏ prod ∐ coprod ∫ int ∬ iint ∭ iiint ∮ oint ⋃ bigcup ⋂ bigcap ⋁ bigvee ⋀ bigwedge ⨁ bigoplus ⨂ bigotimes
≤ leq ≥ geq ≠ neq ≈ approx ≡ equiv ∼ sim ≃ simeq ≅ cong ∝ propto ≪ ll ≫ gg ∈ in ∉ notin ∋ ni ⊂ subset ⊃ supset ⊆ subseteq ⊇ supseteq ∪ cup ∩ cap ∖ setminus ∅ emptyset
± pm ∓ mp × times ÷ div ⋅ cdot · cdot ∗ ast ∘ circ ⊕ oplus ⊗ otimes ∧ wedge ∨ vee ¬ neg ∀ forall ∃ exists ∞ infty ∂ partial ∇ nabla ∠ angle ⊥ perp ∥ parallel ‖ Vert ∣ mid
→ to ← leftarrow ↔ leftrightarrow ⇒ Rightarrow ⇐ Leftarrow ⇔ Leftrightarrow ↦ mapsto ↑ uparrow ↓ downarrow … ldots ⋯ cdots ⋮ vdots ⋱ ddots
ℝ mathbb{R} ℕ mathbb{N} ℤ mathbb{Z} ℚ mathbb{Q} ℂ mathbb{C} ℏ hbar ℓ ell ′ prime ⟨ langle ⟩ rangle 〈 langle 〉 rangle ⌊ lfloor ⌋ rfloor ⌈ lceil ⌉ rceil
{ { } } # # $ $ % % & & _ _ \\ backslash ~ sim`

const words = pairs.split(/\s+/)
const commands: ReadonlyMap<string, string> = new Map(words.flatMap((sign, index) => index % 2 === 0 ? [[sign, `\\${words[index + 1] ?? ''}`] as const] : []))
const nothing = /[\u200B\u2061-\u2064\uFE00-\uFE0F]/gu

/** What is set upright, and has a command of its own. */
const functions = new Set('arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min Pr sec sin sinh sup tan tanh'.split(' '))

const accents: ReadonlyMap<string, string> = new Map(Object.entries({
  '\u0302': 'hat', '^': 'hat', 'ˆ': 'hat', '\u0303': 'tilde', '~': 'tilde', '˜': 'tilde', '∼': 'tilde', '\u0304': 'bar', '\u0305': 'overline', '¯': 'bar', '‾': 'bar', 'ˉ': 'bar',
  '\u0307': 'dot', '˙': 'dot', '.': 'dot', '\u0308': 'ddot', '¨': 'ddot', '\u20DB': 'dddot', '\u20D7': 'vec', '→': 'vec', '\u030C': 'check', 'ˇ': 'check', '\u0306': 'breve', '˘': 'breve',
  '\u0301': 'acute', '´': 'acute', '\u0300': 'grave', '`': 'grave', '\u20D6': 'overleftarrow', '⏞': 'overbrace', '←': 'overleftarrow'
}))
const below: ReadonlyMap<string, string> = new Map(Object.entries({'⏟': 'underbrace', '_': 'underline', '\u0332': 'underline', '¯': 'underline', '‾': 'underline'}))

/** A run of signs as TeX; a command ends with a space where a letter could follow. */
export function signs(text: string): string {
  return Array.from(plainLetters(text).replace(nothing, ''), sign => {
    const command = commands.get(sign)
    if (command === undefined) return sign === '−' ? '-' : sign
    return /[a-zA-Z]$/.test(command) ? `${command} ` : command
  }).join('')
}

/** The italic letters of mathematics are what TeX makes of plain ones. */
function plainLetters(text: string): string {
  return text.replace(/[\u{1D434}-\u{1D467}\u{1D6E2}-\u{1D71B}\u210E]/gu, letter => letter.normalize('NFKC'))
}

/** Tell whether a word is the name of a function that TeX knows. */
export function isFunction(word: string): boolean {
  return functions.has(word)
}

/** The name of a function, or a word that is a name: letters in a row would be factors. */
export function nameOf(word: string): string {
  return functions.has(word) ? `\\${word} ` : `\\operatorname{${signs(word).replace(/\s+/g, '\\,')}}`
}

/** Words inside a formula. */
export function textual(text: string): string {
  const escaped = text.replace(/[\\~^{}#$%&_]/g, sign => ({'\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}'})[sign] ?? `\\${sign}`)
  return text === '' ? '' : `\\text{${escaped.replace(/\s+/g, ' ')}}`
}

/** The command of an accent, a bar or a brace over a term; undefined where it has none. */
export function accentOver(sign: string, isWide: boolean): string | undefined {
  const command = accents.get(sign)
  const wide: Readonly<Record<string, string>> = {hat: 'widehat', tilde: 'widetilde', bar: 'overline', vec: 'overrightarrow'}
  return command !== undefined && isWide ? wide[command] ?? command : command
}

/** The same below a term. */
export function accentBelow(sign: string): string | undefined {
  return below.get(sign)
}
