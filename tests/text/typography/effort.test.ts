import {expect, test} from 'vitest'
import {typesetText} from '../../../scripts/text/typography/index.ts'

/** Hostile texts, each a function of its length: where a rule looks back or ahead too far, it shows here. */
const texts: Readonly<Record<string, (length: number) => string>> = {
  'double marks': length => '"'.repeat(length),
  'single marks': length => '\''.repeat(length),
  'opening marks': length => ' "a'.repeat(length / 3),
  'opening single marks': length => ' \'a'.repeat(length / 3),
  'both marks': length => ' "\'a'.repeat(length / 4),
  'nested marks': length => '("'.repeat(length / 4) + '")'.repeat(length / 4),
  'mixed marks': length => '“a"'.repeat(length / 3),
  'hyphens': length => '-'.repeat(length),
  'dashes': length => '-- '.repeat(length / 3),
  'stops': length => '.'.repeat(length),
  'spaced stops': length => '. '.repeat(length / 2),
  'figures': length => '1'.repeat(length),
  'products': length => '1x'.repeat(length / 2),
  'decimals': length => ' -1.'.repeat(length / 4),
  'ranges': length => '1-'.repeat(length / 2),
  'spaces': length => `a${' '.repeat(length)}a`,
  'names of files': length => 'a.bb'.repeat(length / 4) + '!',
  'brackets around an address': length => `${'('.repeat(length / 2)}a@b${')'.repeat(length / 2)}`,
  'code': length => '="'.repeat(length / 2),
  'exclamations': length => '! '.repeat(length / 2),
  'guillemets': length => '«»'.repeat(length / 2),
  'initials': length => 'A. '.repeat(length / 3),
  'abbreviations': length => 'z. B. '.repeat(length / 6),
  'short words': length => 'и '.repeat(length / 2),
  'letters': length => 'a'.repeat(length)
}

/** CPU time of this process in ms, the least of some runs: what other processes do does not count. */
function effort(text: string, runs: number): number {
  return Math.min(...Array.from({length: runs}, () => {
    const start = process.cpuUsage()
    for (const lang of ['en-US', 'fr', 'de', 'ru']) typesetText(text, lang)
    const {user, system} = process.cpuUsage(start)
    return (user + system) / 1000
  }))
}

test.each(Object.entries(texts))('%s: the effort grows with the length, not with its square', (_name, make) => {
  const small = effort(make(3000), 4)
  const large = effort(make(48_000), 1)
  // 16 times the length: 16 times the effort, or 256 times where a rule is quadratic. The 1 ms levels what is too small to measure.
  expect(large / (small + 1)).toBeLessThan(90)
})
