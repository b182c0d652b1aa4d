/** The order of the runs of one line, from that of the paper to that of reading (the rules of the Unicode Bidirectional Algorithm, UAX #9, read backwards). */
/** Something drawn, and what it says. */
type Drawn = {readonly characters: string; readonly isLeftward: boolean}

/** What tells the direction of a run: letters that run to the left, letters or figures that run to the right, or neither. */
type Direction = 'left' | 'right' | 'none'

/** One after the other in one direction, in one or several fonts. */
type Run<Item> = {readonly items: readonly Item[]; readonly direction: Direction; readonly characters: string}

export type InOrder<Item> = {readonly inOrder: readonly Item[]; readonly isSure: boolean}

/**
 * Order the runs of a line: each holds what is drawn, from left to right. `isLeft`: the text around runs to the left. The
 * printer parts a line where its direction changes, so what stands alone between figures runs as the text around does.
 */
export function runsInOrder<Item extends Drawn>(line: readonly (readonly Item[])[], isLeft: boolean): InOrder<Item> {
  const runs = line.map(runOf)
  return isLeft ? amongLeftward(runs) : amongRightward(runs)
}

function runOf<Item extends Drawn>(items: readonly Item[]): Run<Item> {
  const characters = items.map(item => item.characters).join('')
  return {items, characters, direction: items.some(({isLeftward}) => isLeftward) ? 'left' : /[\p{L}\p{N}]/u.test(characters) ? 'right' : 'none'}
}

/** All is turned round but the stretches that run to the right; a hyphen that a line ends in goes with its word. */
function amongLeftward<Item>(runs: readonly Run<Item>[]): InOrder<Item> {
  const isRightward = ({direction, characters}: Run<Item>) => direction === 'right' || characters === '\u00AD'
  const groups = stretches(runs, isRightward, isPicture)
  return {isSure: true, inOrder: groups.toReversed().flatMap(group => group.flatMap(itemsOf))}
}

/** Only the stretches that run to the left are turned round, with the figures in them: those at their ends may belong to them or not. */
function amongRightward<Item>(runs: readonly Run<Item>[]): InOrder<Item> {
  const isLeftward = ({direction}: Run<Item>) => direction === 'left'
  const isFigure = ({direction, characters}: Run<Item>) => direction === 'right' && !/\p{L}/u.test(characters)
  const groups = stretches(runs, run => isLeftward(run) || isFigure(run), ({direction}) => direction === 'none')
  const inOrder = groups.flatMap(group => group.some(isLeftward) ? group.toReversed().flatMap(itemsOf) : group.flatMap(({items}) => items))
  return {inOrder, isSure: !runs.some(isLeftward) || !runs.some(isFigure)}
}

/** What a run holds, in the order of reading. */
function itemsOf<Item>({direction, items}: Run<Item>): readonly Item[] {
  return direction === 'right' ? items : items.toReversed()
}

/** Gather what belongs together, with what bridges it; all else stands alone. */
function stretches<Item>(runs: readonly Run<Item>[], belongs: (run: Run<Item>) => boolean, bridges: (run: Run<Item>) => boolean): readonly (readonly Run<Item>[])[] {
  const groups: (readonly Run<Item>[])[] = []
  let bridge: readonly Run<Item>[] = []
  let isOpen = false
  for (const run of runs) {
    if (belongs(run)) {
      groups.push(isOpen ? [...groups.pop() ?? [], ...bridge, run] : [run]);
      [isOpen, bridge] = [true, []]
    } else if (isOpen && bridges(run)) bridge = [...bridge, run]
    else {
      groups.push(...[...bridge, run].map(each => [each]));
      [isOpen, bridge] = [false, []]
    }
  }
  return [...groups, ...bridge.map(run => [run])]
}

/** Pictures come in runs of their own, whatever their direction. */
function isPicture({characters}: {readonly characters: string}): boolean {
  return /^[\p{Extended_Pictographic}\p{RI}\p{Cf}\uFE0F]*$/u.test(characters)
}
