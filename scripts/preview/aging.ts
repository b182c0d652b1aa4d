/** A memory that forgets what two builds in a row have not asked for. */
export type Aging<Value> = {
  readonly get: (key: string) => Value | undefined
  readonly set: (key: string, value: Value) => void
  readonly delete: (key: string) => void
  /** A build ends. */
  readonly age: () => void
}

export function aging<Value>(): Aging<Value> {
  let young = new Map<string, Value>()
  let old = young
  return {
    get: key => {
      const found = young.get(key) ?? old.get(key)
      if (found !== undefined) young.set(key, found)
      return found
    },
    set: (key, value) => void young.set(key, value),
    delete: key => {
      young.delete(key)
      old.delete(key)
    },
    age: () => {
      old = young
      young = new Map()
    }
  }
}
