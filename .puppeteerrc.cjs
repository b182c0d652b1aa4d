// Puppeteer's install-time download fails on closed networks; scripts/adapters/browser.ts finds a browser at run time.
module.exports = {skipDownload: true}
