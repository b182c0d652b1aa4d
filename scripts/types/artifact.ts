/** What an edition makes. */

/** Facts of an artifact for the record: JSON values, keys in a fixed order. */
export type Facts = Readonly<Record<string, Json>>
export type Json = string | number | boolean | null | readonly Json[] | {readonly [key: string]: Json}

export type Artifact = {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly facts: Facts
}

export type EditionName = 'web' | 'read' | 'print' | 'booklet' | 'epub'

/** The date of a build. `printed` is absent where nothing but 1980-01-01 was to be had: then no date is printed. */
export type BuildDate = {readonly instant: Date; readonly printed?: string}
