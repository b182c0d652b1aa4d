/** Manuscripts that would lead the reader astray: links, special files, odd names. Nothing outside the folder is read. */
import {execFileSync} from 'node:child_process'
import {mkdir, symlink, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {realDisk, type Disk} from '../../scripts/adapters/disk.ts'
import {below, isBelow} from '../../scripts/manuscript/below.ts'
import {read} from '../../scripts/manuscript/read.ts'
import {format} from '../../scripts/messages.ts'
import {UsageError} from '../../scripts/types.ts'
import {inFolder} from './temporary.ts'

const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'
const metadata = 'title: A\nlang: en\n'
const linesOf = async (path: string, disk: Disk = realDisk) => (await read(path, disk)).messages.map(message => format(message).split('\n')[0])

describe('links', () => {
  test('out of the folder: to a file, through a folder, from a chapter, from the metadata', async () => {
    await inFolder({'secret.svg': svg, 'out/secret.svg': svg, 'm/01.md': '![A](a.svg) ![B](b/secret.svg)\n', 'secret.md': 'Secret.\n', 'secret.yaml': metadata}, async folder => {
      await symlink('../secret.svg', join(folder, 'm/a.svg'))
      await symlink('../out', join(folder, 'm/b'))
      await symlink('../secret.md', join(folder, 'm/02.md'))
      await symlink('../secret.yaml', join(folder, 'm/pamphlet.yaml'))
      expect(await linesOf(join(folder, 'm'))).toEqual([
        '01.md:1:1: error: Unexpected link `a.svg` out of the manuscript\'s folder, expected a file below it (image-outside)',
        '01.md:1:13: error: Unexpected link `b/secret.svg` out of the manuscript\'s folder, expected a file below it (image-outside)',
        '02.md: error: Unexpected link out of the manuscript\'s folder: `02.md`, expected a Markdown file (no-markdown)',
        'pamphlet.yaml: error: Unexpected link out of the manuscript\'s folder: `pamphlet.yaml`, expected a YAML file of at most 1 MiB (bad-metadata)'
      ])
    })
  })

  test('to a sibling whose name begins as the folder\'s does', async () => {
    await inFolder({'m/01.md': '![A](a.svg)\n', 'm/pamphlet.yaml': metadata, 'm2/a.svg': svg}, async folder => {
      await symlink('../m2/a.svg', join(folder, 'm/a.svg'))
      expect((await linesOf(join(folder, 'm')))[0]).toMatch(/image-outside/)
    })
  })

  test('inside the folder they are followed', async () => {
    await inFolder({'m/01.md': '![A](a.svg) ![B](b/c.svg)\n', 'm/pamphlet.yaml': metadata, 'm/images/c.svg': svg}, async folder => {
      await symlink('images/c.svg', join(folder, 'm/a.svg'))
      await symlink('images', join(folder, 'm/b'))
      expect(await linesOf(join(folder, 'm'))).toEqual([])
    })
  })

  test('to themselves and in a ring', async () => {
    await inFolder({'m/01.md': '![A](a.svg) ![B](b.svg)\n', 'm/pamphlet.yaml': metadata}, async folder => {
      await symlink('a.svg', join(folder, 'm/a.svg'))
      await symlink('c.svg', join(folder, 'm/b.svg'))
      await symlink('b.svg', join(folder, 'm/c.svg'))
      await symlink('02.md', join(folder, 'm/02.md'))
      expect(await linesOf(join(folder, 'm'))).toEqual([
        '01.md:1:1: error: Unexpected link `a.svg` that leads back to itself, expected an image file (missing-image)',
        '01.md:1:13: error: Unexpected link `b.svg` that leads back to itself, expected an image file (missing-image)',
        '02.md: error: Unexpected link that leads back to itself: `02.md`, expected a Markdown file (no-markdown)'
      ])
    })
  })

  test('into the void', async () => {
    await inFolder({'01.md': '![A](a.svg)\n', 'pamphlet.yaml': metadata}, async folder => {
      await symlink('gone.svg', join(folder, 'a.svg'))
      expect((await linesOf(folder))[0]).toMatch(/Unexpected missing image `a.svg`/)
    })
  })

  test('a folder that holds a link to itself', async () => {
    await inFolder({'m/01.md': '![A](b/b/b/a.svg)\n', 'm/pamphlet.yaml': metadata, 'm/a.svg': svg}, async folder => {
      await symlink('.', join(folder, 'm/b'))
      expect(await linesOf(join(folder, 'm'))).toEqual([])
    })
  })

  test('the manuscript itself may be one: its images stand beside the file that it leads to', async () => {
    await inFolder({'there/a.md': '---\ntitle: A\nlang: en\n---\n\n![A](a.svg)\n', 'there/a.svg': svg}, async folder => {
      await symlink('there/a.md', join(folder, 'link.md'))
      expect(await linesOf(join(folder, 'link.md'))).toEqual([])
    })
  })
})

describe('special files', () => {
  test('a FIFO is refused, and nobody waits for it', async () => {
    await inFolder({'01.md': '![A](a.png)\n', 'pamphlet.yaml': metadata}, async folder => {
      execFileSync('mkfifo', [join(folder, 'a.png'), join(folder, '02.md')])
      expect(await linesOf(folder)).toEqual([
        '01.md:1:1: error: Unexpected special file `a.png`, expected an image file (missing-image)',
        '02.md: error: Unexpected special file `02.md`, expected a Markdown file (no-markdown)'
      ])
      await expect(read(join(folder, '02.md'), realDisk)).rejects.toThrow(UsageError)
      // Even where the kind was not asked for before, opening does not block.
      expect(await realDisk.readFile(join(folder, 'a.png'), 10)).toEqual({fault: 'special'})
    })
  })

  test('folders with the names of files', async () => {
    await inFolder({'01.md': '![A](a.png)\n'}, async folder => {
      await mkdir(join(folder, '02.md'))
      await mkdir(join(folder, 'a.png'))
      await mkdir(join(folder, 'pamphlet.yaml'))
      expect(await linesOf(folder)).toEqual([
        '01.md:1:1: error: Unexpected folder `a.png`, expected an image file (missing-image)',
        '02.md: error: Unexpected folder `02.md`, expected a Markdown file (no-markdown)',
        'pamphlet.yaml: error: Unexpected folder `pamphlet.yaml`, expected a YAML file of at most 1 MiB (bad-metadata)'
      ])
    })
  })
})

describe('the path', () => {
  test.each(['gone', 'gone.md', 'a.txt', 'loop.md', 'a.md/b.md', '\0'])('%j is wrong usage', async name => {
    await inFolder({'a.txt': 'A.\n', 'a.md': 'A.\n'}, async folder => {
      await symlink('loop.md', join(folder, 'loop.md'))
      await expect(read(join(folder, name), realDisk)).rejects.toThrow(UsageError)
    })
  })

  test('`.markdown` and upper case will do', async () => {
    await inFolder({'A.MD': '# A\n', 'm/b.markdown': '# B\n'}, async folder => {
      expect(await read(join(folder, 'A.MD'), realDisk)).toMatchObject({metadata: {title: 'A'}})
      expect(await read(join(folder, 'm'), realDisk)).toMatchObject({metadata: {title: 'B'}})
    })
  })

  test('a theme by path is wrong usage, by name it wins', async () => {
    await inFolder({'a.md': '---\ntheme: plain\n---\n\nA.\n'}, async folder => {
      await expect(read(join(folder, 'a.md'), realDisk, {theme: '../x'})).rejects.toThrow(UsageError)
      expect(await read(join(folder, 'a.md'), realDisk, {theme: 'other'})).toMatchObject({metadata: {theme: 'other'}})
      expect(await read(join(folder, 'a.md'), realDisk)).toMatchObject({metadata: {theme: 'plain'}})
    })
  })
})

describe('bounds', () => {
  test('a Markdown file above 20 MiB, 0 bytes, 1 MB of brackets', async () => {
    await inFolder({'01.md': 'A.\n', '02.md': new Uint8Array(20 * 1_048_576 + 1), '03.md': '', 'pamphlet.yaml': metadata}, async folder => {
      expect(await linesOf(folder)).toEqual(['02.md: error: Unexpected size of `02.md`, expected at most 20 MiB a file and 60 MiB in all (no-markdown)'])
    })
    await inFolder({'a.md': '['.repeat(1_000_000)}, async folder => {
      const {messages} = await read(join(folder, 'a.md'), realDisk)
      expect(messages.length).toBeLessThan(3)
    })
  })

  test('more than 2,000 files', async () => {
    const disk: Disk = {...realDisk, list: async path => {
      const found = await realDisk.list(path)
      return found.fault === undefined ? {value: [...found.value, ...Array.from({length: 2_000}, (_, index) => `x${index}.md`)].sort()} : found
    }, readFile: () => Promise.resolve({value: new TextEncoder().encode('A.\n')}), realPath: path => Promise.resolve({value: path}), stat: path => Promise.resolve({value: path.endsWith('.md') || path.endsWith('.yaml') ? 'file' : 'folder'})}
    await inFolder({'01.md': 'A.\n'}, async folder => {
      const manuscript = await read(folder, disk)
      expect('files' in manuscript && manuscript.files).toHaveLength(2_000)
      expect(manuscript.messages.map(format).join('\n')).toMatch(/Unexpected number of Markdown files \(2001\)/)
    })
  })

  test('reading stops at the maximum', async () => {
    await inFolder({a: 'abcdef'}, async folder => {
      expect(await realDisk.readFile(join(folder, 'a'), 5)).toEqual({fault: 'too-large'})
      expect(await realDisk.readFile(join(folder, 'a'), 6)).toEqual({value: new TextEncoder().encode('abcdef')})
      expect(await realDisk.readFile(folder, 6)).toEqual({fault: 'folder'})
      expect(await realDisk.readFile(join(folder, 'b'), 6)).toEqual({fault: 'missing'})
      expect(await realDisk.list(join(folder, 'a'))).toEqual({fault: 'not-a-folder'})
      expect(await realDisk.stat(folder)).toEqual({value: 'folder'})
      expect((await realDisk.list(folder)).value).toEqual(['a'])
    })
  })
})

describe('any path', () => {
  const segment = fc.constantFrom('..', '.', '', 'a', 'out', 'up', 'self', 'in.svg', 'secret.svg', '%2e%2e', '%2F', '..%2F', '\\', 'C:', '~', '%00', '?', '#', 'm')

  test('nothing outside the folder is listed, opened or read', async () => {
    await inFolder({'secret.svg': svg, 'out/secret.svg': svg, 'm/a/in.svg': svg, 'm/in.svg': svg}, async folder => {
      const root = join(folder, 'm')
      await symlink('../out', join(root, 'out'))
      await symlink('..', join(root, 'up'))
      await symlink('.', join(root, 'self'))
      await symlink('../secret.svg', join(root, 'secret.svg'))
      await writeFile(join(root, 'pamphlet.yaml'), metadata)
      const touched: string[] = []
      const note = <Parameters extends readonly [string, ...unknown[]], Result>(act: (...parameters: Parameters) => Result) => (...parameters: Parameters) => {
        touched.push(parameters[0])
        return act(...parameters)
      }
      const disk: Disk = {...realDisk, stat: note(realDisk.stat), list: note(realDisk.list), readFile: note(realDisk.readFile)}
      await fc.assert(fc.asyncProperty(fc.array(segment, {maxLength: 7}), async segments => {
        await writeFile(join(root, '01.md'), `![A](<${segments.join('/')}>)\n`)
        await read(root, disk)
        await below(root, disk).open(segments.join('/'), 1_000)
        expect(touched.filter(path => !isBelow(root, path))).toEqual([])
      }), {numRuns: 200})
    })
  })
})
