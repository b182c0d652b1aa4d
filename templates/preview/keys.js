// Which key does what, by the names of the deeds in keyboard.js.

/** Keys that no text is written with. */
export const keys = {ArrowRight: 'right', PageDown: 'on', ArrowLeft: 'left', PageUp: 'back', Home: 'first', End: 'last'}

/** Single characters, which a reader may switch off (WCAG 2.1.4). */
export const singleKeys = {'+': 'larger', '=': 'larger', '-': 'smaller', 0: 'fit', g: 'go', d: 'shade', '?': 'help', n: 'nextMessage', p: 'formerMessage', l: 'lines', e: 'errors', t: 'thumbs', 1: 'spreads', 2: 'sheets', 3: 'reader'}
