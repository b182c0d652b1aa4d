/** How a command is written for a shell, so that it can be copied. */

/** How a build is called from where the program was: from its own repository by npm's script, else by its name. */
export function buildCall(environment: Readonly<Record<string, string | undefined>>): string {
  return environment['npm_package_name'] === 'pamphleteer' && environment['npm_lifecycle_event'] !== 'npx' ? 'npm run build --' : 'npx pamphleteer build'
}

/** Quote a path where a shell would take it for more than a name: between double quotes, which Windows takes as well. */
export function quotedPath(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `"${path.replaceAll(/["\\$`]/g, '\\$&')}"`
}
