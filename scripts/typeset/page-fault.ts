/** Pages that did not come out as they were composed. `at`: the place where the first of them begins, or empty. */
export class PageFault extends Error {
  readonly at: string
  constructor(reason: string, at: string, options?: ErrorOptions) {
    super(reason, options)
    this.name = 'PageFault'
    this.at = at
  }
}

/** What comes of pages; undefined where they do not come out. */
export async function unlessFault<Value>(pages: Promise<Value>): Promise<Value | undefined> {
  try {
    return await pages
  } catch (error) {
    if (error instanceof PageFault) return undefined
    throw error
  }
}
