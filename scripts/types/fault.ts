/** What ends a build: it is the caller's or the environment's. */

/** The environment is at fault, not the manuscript (exit code 3): no browser, an unwritable folder. */
export class EnvironmentError extends Error {
  readonly remedy: string
  constructor(reason: string, remedy: string, options?: ErrorOptions) {
    super(reason, options)
    this.name = 'EnvironmentError'
    this.remedy = remedy
  }
}

/** The call is at fault (exit code 2): an unknown edition, a path that is not there. */
export class UsageError extends Error {
  readonly remedy: string
  constructor(reason: string, remedy: string) {
    super(reason)
    this.name = 'UsageError'
    this.remedy = remedy
  }
}
