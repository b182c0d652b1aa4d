import {expect, test} from 'vitest'
import {noBrowserRemedy} from '../../scripts/adapters/browser-failure.ts'

test.each<[NodeJS.Platform, string, RegExp]>([
  // What the install left out is a matter of the Node that ran it: that comes first.
  ['linux', 'x64', /^Install the program again with this Node.*`@sparticuz\/chromium`.*puppeteer browsers install/],
  ['linux', 'arm64', /apt install chromium/],
  ['darwin', 'arm64', /^Run `npx puppeteer browsers install/]
])('without a browser on %s %s', (platform, architecture, expected) => {
  expect(noBrowserRemedy(platform, architecture)).toMatch(expected)
})
