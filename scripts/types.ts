/**
 * The values that go from stage to stage, a file for each kind. Everything is readonly: a stage makes a new value, it never
 * changes one. Lengths carry their unit in their name (`widthMm`, `leftPx`); a CSS px is 1/96 in, a pt 1/72 in.
 */
export type * from './types/artifact.ts'
export * from './types/fault.ts'
export * from './types/manuscript.ts'
export type * from './types/message.ts'
export type * from './types/pages.ts'
export type * from './types/pamphlet.ts'
export type * from './types/theme.ts'
