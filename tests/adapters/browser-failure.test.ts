import {expect, test} from 'vitest'
import {noBrowserRemedy} from '../../scripts/adapters/browser-failure.ts'

test.each<[NodeJS.Platform, string, RegExp]>([
  ['linux', 'x64', /puppeteer browsers install/],
  ['linux', 'arm64', /apt install chromium/],
  ['darwin', 'arm64', /puppeteer browsers install/]
])('without a browser on %s %s', (platform, architecture, expected) => {
  expect(noBrowserRemedy(platform, architecture)).toMatch(expected)
})
