import {execFileSync} from 'node:child_process'
import {chmod, mkdir, readdir, writeFile} from 'node:fs/promises'
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

  test('a hostile configuration starts nothing', async () => {
    await inRepository(async (folder, git) => {
      const trap = join(folder, 'trap')
      await writeFile(trap, `#!/bin/sh\ntouch "${folder}/sprung-$$"\n`)
      await chmod(trap, 0o755)
      await mkdir(join(folder, 'hooks'))
      for (const key of ['core.fsmonitor', 'core.pager', 'pager.log', 'gpg.program', 'core.sshCommand', 'core.askPass', 'diff.external', 'core.editor', 'credential.helper', 'gpg.ssh.program']) git('config', key, key === 'credential.helper' ? `!${trap}` : trap)
      git('config', 'log.showSignature', 'true')
      git('config', 'core.hooksPath', join(folder, 'hooks'))
      git('config', 'alias.log', `!${trap}`)
      await writeFile(join(folder, '.git/info/attributes'), '* diff=x filter=x\n')
      git('config', 'diff.x.textconv', trap)
      git('config', 'filter.x.clean', trap)
      const before = await readdir(folder)
      expect(await lastCommit(join(folder, 'a.md'))).toEqual(first)
      expect(await readdir(folder)).toEqual(before)
    })
  })
})
