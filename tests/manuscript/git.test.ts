import {execFileSync} from 'node:child_process'
import {chmod, readdir, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, describe, expect, test, vi} from 'vitest'
import {lastCommit} from '../../scripts/adapters/git.ts'
import {inFolder} from './temporary.ts'

/** A repository with two commits: `a.md` in the first, `m/b.md` in the second. */
async function inRepository(run: (folder: string, git: (...parameters: readonly string[]) => void) => Promise<void>): Promise<void> {
  await inFolder({'a.md': 'A\n', 'm/b.md': 'B\n', ':(top)c.md': 'C\n'}, async folder => {
    const git = (...parameters: readonly string[]) => {
      const kept = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))
      const env = {...kept, HOME: folder, GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.org', GIT_CONFIG_GLOBAL: '/dev/null'}
      const date = parameters.at(-1) === 'one' ? '1000000000 +0200' : '1700000000 +0000'
      execFileSync('git', ['-C', folder, ...parameters], {env: {...env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date}, stdio: 'ignore'})
    }
    git('init', '-q')
    git('add', 'a.md')
    git('commit', '-q', '-m', 'one')
    git('add', 'm', '*c.md')
    git('commit', '-q', '-m', 'two')
    await run(folder, git)
  })
}

const first = new Date(1_000_000_000_000)
const second = new Date(1_700_000_000_000)

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('the last commit', () => {
  test('of a file, of a folder, of a name with magic in it', async () => {
    await inRepository(async folder => {
      expect(await lastCommit(join(folder, 'a.md'))).toEqual(first)
      expect(await lastCommit(join(folder, 'm'))).toEqual(second)
      expect(await lastCommit(folder)).toEqual(second)
      expect(await lastCommit(join(folder, ':(top)c.md'))).toEqual(second)
    })
  })

  test('of what was never committed, of what is not there, outside a repository', async () => {
    await inRepository(async folder => {
      await writeFile(join(folder, 'new.md'), 'New\n')
      expect(await lastCommit(join(folder, 'new.md'))).toBeUndefined()
      expect(await lastCommit(join(folder, 'gone.md'))).toBeUndefined()
    })
    await inFolder({'a.md': 'A\n'}, async folder => {
      vi.stubEnv('GIT_CEILING_DIRECTORIES', folder)
      expect(await lastCommit(join(folder, 'a.md'))).toBeUndefined()
    })
  })

  test('where there is no git', async () => {
    vi.stubEnv('PATH', '/nowhere')
    expect(await lastCommit('package.json')).toBeUndefined()
  })

  test('another repository in the environment, as in a hook, does not count', async () => {
    await inRepository(async folder => {
      vi.stubEnv('GIT_DIR', '/nowhere')
      vi.stubEnv('GIT_INDEX_FILE', '/nowhere')
      expect(await lastCommit(join(folder, 'a.md'))).toEqual(first)
    })
  })

  /** A program that leaves a file behind when it is started. */
  const setTrap = async (folder: string) => {
    const trap = join(folder, 'trap')
    await writeFile(trap, `#!/bin/sh\ntouch "${folder}/sprung"\n`)
    await chmod(trap, 0o755)
    return trap
  }

  test('a hostile configuration starts nothing', async () => {
    await inRepository(async (folder, git) => {
      const trap = await setTrap(folder)
      for (const key of ['core.fsmonitor', 'core.pager', 'pager.log', 'gpg.program', 'core.sshCommand', 'core.askPass', 'diff.external', 'core.editor']) git('config', key, trap)
      git('config', 'log.showSignature', 'true')
      git('config', 'alias.log', `!${trap}`)
      await writeFile(join(folder, '.git/info/attributes'), '* diff=x filter=x\n')
      git('config', 'diff.x.textconv', trap)
      git('config', 'filter.x.clean', trap)
      sign(folder)
      expect(await lastCommit(join(folder, 'm'))).toEqual(second)
      expect(await readdir(folder)).not.toContain('sprung')
      // The trap is one: git as it is falls into it.
      execFileSync('git', ['-C', folder, 'log', '-1'], {stdio: 'ignore'})
      expect(await readdir(folder)).toContain('sprung')
    })
  })

  /** Put a signature on the last commit, so that there is something to verify. */
  const sign = (folder: string) => {
    const commit = execFileSync('git', ['-C', folder, 'cat-file', 'commit', 'HEAD'], {encoding: 'utf8'})
    const signed = commit.replace('\n\n', '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n AAAA\n -----END PGP SIGNATURE-----\n\n')
    const id = execFileSync('git', ['-C', folder, 'hash-object', '-t', 'commit', '-w', '--stdin'], {input: signed, encoding: 'utf8'}).trim()
    execFileSync('git', ['-C', folder, 'update-ref', 'HEAD', id])
  }

  test('objects that are missing are not fetched', async () => {
    await inRepository(async (folder, git) => {
      const trap = await setTrap(folder)
      git('config', 'core.repositoryFormatVersion', '1')
      git('config', 'extensions.partialClone', 'x')
      git('config', 'remote.x.promisor', 'true')
      git('config', 'remote.x.url', `ext::${trap}`)
      git('config', 'protocol.ext.allow', 'always')
      const tree = execFileSync('git', ['-C', folder, 'rev-parse', 'HEAD:m'], {encoding: 'utf8'}).trim()
      await rm(join(folder, '.git/objects', tree.slice(0, 2), tree.slice(2)))
      expect(await lastCommit(join(folder, 'm/b.md'))).toBeUndefined()
      expect(await readdir(folder)).not.toContain('sprung')
      expect(() => execFileSync('git', ['-C', folder, 'log', '-1', '--', 'm/b.md'], {stdio: 'ignore'})).toThrow()
      expect(await readdir(folder)).toContain('sprung')
    })
  })
})
