/**
 * Functions that a PDF writes as a little program (ISO 32000-1, 7.10.5). A program has no loops, so it is as short to
 * run as it is to read. Truth is 1 and untruth 0, which is what `and` and `or` need.
 */

/** From the inputs to all that is left on the stack, the last on top. */
export type Calculator = (inputs: readonly number[]) => readonly number[]

type Step = (stack: number[]) => void
type Block = readonly Step[]

/** Chromium's longest are some 4,000 characters. */
const mostCharacters = 65_536
const deepestStack = 100

/** Read a program, with its braces; undefined where it is malformed or does what gradients never do. */
export function calculatorFrom(code: string): Calculator | undefined {
  if (code.length > mostCharacters) return undefined
  const tokens = code.match(/[{}]|[^\s{}]+/g) ?? []
  const reader = {tokens, at: 1}
  const block = tokens[0] === '{' ? readBlock(reader) : undefined
  if (!block || reader.at !== tokens.length) return undefined
  return inputs => {
    const stack = [...inputs]
    run(block, stack)
    return stack
  }
}

function run(block: Block, stack: number[]): void {
  for (const step of block) step(stack)
}

/** Read up to the brace that closes the block; blocks inside it belong to the `if` or `ifelse` behind them. */
function readBlock(reader: {readonly tokens: readonly string[]; at: number}): Block | undefined {
  const steps: Step[] = []
  const waiting: Block[] = []
  while (reader.at < reader.tokens.length) {
    const token = reader.tokens[reader.at++] ?? ''
    if (token === '}') return waiting.length === 0 ? steps : undefined
    const inner = token === '{' ? readBlock(reader) : undefined
    if (inner) waiting.push(inner)
    else {
      const step = stepOf(token, waiting.splice(0))
      if (!step) return undefined
      steps.push(step)
    }
  }
  return undefined
}

function stepOf(token: string, blocks: readonly Block[]): Step | undefined {
  const [first, second] = blocks
  if (token === 'if' && first && !second) return stack => pop(stack) !== 0 && run(first, stack)
  if (token === 'ifelse' && first && second) return stack => run(pop(stack) === 0 ? second : first, stack)
  if (blocks.length > 0) return undefined
  const number = Number(token)
  return Number.isNaN(number) ? steps.get(token) : stack => push(stack, number)
}

function pop(stack: number[]): number {
  return stack.pop() ?? 0
}

function push(stack: number[], value: number): void {
  if (stack.length < deepestStack) stack.push(value)
}

const degree = Math.PI / 180

const ofOne: Readonly<Record<string, (value: number) => number>> = {
  abs: Math.abs, neg: value => -value, ceiling: Math.ceil, floor: Math.floor, round: Math.round, truncate: Math.trunc, cvi: Math.trunc, cvr: value => value,
  sqrt: Math.sqrt, sin: value => Math.sin(value * degree), cos: value => Math.cos(value * degree), ln: Math.log, log: Math.log10
}

const ofTwo: Readonly<Record<string, (a: number, b: number) => number>> = {
  add: (a, b) => a + b, sub: (a, b) => a - b, mul: (a, b) => a * b, div: (a, b) => a / b, idiv: (a, b) => Math.trunc(a / b), mod: (a, b) => a % b, exp: (a, b) => a ** b,
  atan: (a, b) => (Math.atan2(a, b) / degree + 360) % 360,
  eq: (a, b) => Number(a === b), ne: (a, b) => Number(a !== b), lt: (a, b) => Number(a < b), le: (a, b) => Number(a <= b), gt: (a, b) => Number(a > b), ge: (a, b) => Number(a >= b),
  and: (a, b) => a & b, or: (a, b) => a | b
}

const steps: ReadonlyMap<string, Step> = new Map(Object.entries<Step>({
  ...Object.fromEntries(Object.entries(ofOne).map(([name, of]) => [name, (stack: number[]) => push(stack, of(pop(stack)))])),
  ...Object.fromEntries(Object.entries(ofTwo).map(([name, of]) => [name, (stack: number[]) => {
    const b = pop(stack)
    push(stack, of(pop(stack), b))
  }])),
  true: stack => push(stack, 1),
  false: stack => push(stack, 0),
  pop: stack => void stack.pop(),
  dup: stack => push(stack, stack.at(-1) ?? 0),
  exch: stack => stack.push(...stack.splice(-2).toReversed()),
  index: stack => {
    const depth = pop(stack)
    push(stack, stack.at(-1 - depth) ?? 0)
  },
  copy: stack => {
    const count = pop(stack)
    for (const value of count > 0 ? stack.slice(-count) : []) push(stack, value)
  },
  roll: stack => {
    const by = pop(stack)
    const count = pop(stack)
    const rolled = count > 0 ? stack.splice(-count) : []
    const from = rolled.length === 0 ? 0 : (rolled.length - by % rolled.length) % rolled.length
    stack.push(...rolled.slice(from), ...rolled.slice(0, from))
  }
}))
