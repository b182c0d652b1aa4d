/** Runs inside the page, behind the compositor: hands over what it did. It uses nothing from outside itself. */
import type {Composition} from '../../types.ts'

declare global {
  /** Where the compositor's script leaves its record. */
  var pamphletComposition: Composition | undefined
}

/** Give the compositor's record. */
export function takeComposition(): Composition {
  if (!globalThis.pamphletComposition) throw new Error('Expected composed pages')
  return globalThis.pamphletComposition
}
