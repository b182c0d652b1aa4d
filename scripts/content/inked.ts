/** Whether content leaves ink on the paper. */
import {forEachOperation, type Operation} from './operations.ts'

type Reading = {readonly kept: boolean[]; isWhite: boolean; hasInk: boolean}

/** Tell whether anything is painted: areas filled with white do not count, since white is the paper's own. */
export function isInked(content: string): boolean {
  const reading: Reading = {kept: [], isWhite: false, hasInk: false}
  forEachOperation(content, operation => {
    handlers.get(operation.operator)?.(reading, operation)
  })
  return reading.hasInk
}

type Handler = (reading: Reading, operation: Operation) => void

const ink: Handler = reading => reading.hasInk = true
const filled: Handler = reading => reading.hasInk ||= !reading.isWhite
/** Of light all of it, of ink nothing (ISO 32000-1, 8.6.4). */
const whiteAt = (value: number): Handler => (reading, {operands}) => reading.isWhite = operands.every(operand => Number(operand) === value)

const handlers: ReadonlyMap<string, Handler> = new Map(Object.entries<Handler>({
  q: ({kept, isWhite}) => kept.push(isWhite),
  Q: reading => reading.isWhite = reading.kept.pop() ?? false,
  g: whiteAt(1), rg: whiteAt(1), k: whiteAt(0), scn: whiteAt(0),
  cs: reading => reading.isWhite = false,
  f: filled, F: filled, 'f*': filled,
  ...Object.fromEntries(['S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'EI', 'Tj', 'TJ', '\'', '"'].map(operator => [operator, ink]))
}))
