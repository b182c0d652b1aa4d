/** Lets a pure function remember its last results: a preview asks for the same thing at every save. */

/** `keyOf` tells inputs apart; results must be values that nobody changes. */
export function remembering<Input, Output>(make: (input: Input) => Output, keyOf: (input: Input) => string, most = 4): (input: Input) => Output {
  const known = new Map<string, Output>()
  return input => {
    const key = keyOf(input)
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make(input)
    const [oldest] = known.keys()
    if (known.size >= most && oldest !== undefined) known.delete(oldest)
    known.set(key, made)
    return made
  }
}
