// What pamphlets are often made with: a few lines of Puppeteer that print an HTML file. `node bare-script.mjs BROWSER PAGE PDF`
import {pathToFileURL} from 'node:url'
import puppeteer from 'puppeteer'

const [executablePath, page, path, ...args] = process.argv.slice(2)
const browser = await puppeteer.launch({executablePath, headless: 'shell', args})
const tab = await browser.newPage()
await tab.goto(pathToFileURL(page).href)
await tab.pdf({path, preferCSSPageSize: true})
await browser.close()
