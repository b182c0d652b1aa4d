/** Measures what the design of pages costs the compositor: the same manuscript in its theme, and bare, in the same faces and measure. */
import * as csstree from 'css-tree'
import type {Browser} from '../adapters/browser.ts'
import type {Pamphlet, Theme} from '../types.ts'
import {firstPlan} from '../typeset/front-matter.ts'
import {printerIn} from '../typeset/printer.ts'
import {hyphenFonts} from '../typeset/hyphen-fonts.ts'
import {typeset} from '../typeset/typeset.ts'
import {treeOf} from './processes.ts'

/** What decides how wide lines are and how they are broken. */
const ofMeasure = /^(?:text-align|columns|column-gap|hyphens)$/

/** A theme's style without its design: faces, leading, margins and the measure stay. */
export function bareStyle(css: string): string {
  const tree = csstree.parse(css)
  csstree.walk(tree, {visit: 'Rule', enter(rule) {
    if (this.atrule || /^(?::root|html)$/.test(csstree.generate(rule.prelude))) return
    rule.block.children = rule.block.children.filter(node => node.type === 'Declaration' && ofMeasure.test(node.property))
  }})
  return csstree.generate(tree)
}

/** The system counts the processor's time in hundredths of a second: fewer runs than these would measure its steps. */
const leastRuns = 20

/** Only the processor's time is compared, of as many runs of each in turns: what else the machine does makes both longer alike. */
export async function measureDesign(pamphlet: Pamphlet, theme: Theme, {browser, runs, tell}: {readonly browser: Browser; readonly runs: number; readonly tell: (line: string) => void}): Promise<void> {
  const bare = {...theme, files: new Map([...theme.files, ['print.css', bareStyle(theme.files.get('print.css') ?? '')]])}
  const compose = async (style: Theme) => {
    const page = typeset(pamphlet, {theme: style, hyphens: await hyphenFonts(theme.fonts), plan: firstPlan(pamphlet)})
    const before = treeOf(process.pid).processorMs
    const {composition, close} = await printerIn(browser, {isTagged: false})(page)
    const took = treeOf(process.pid).processorMs - before
    await close()
    return {took, count: composition.count}
  }
  const counts = {designed: (await compose(theme)).count, bare: (await compose(bare)).count}
  const times = {designed: 0, bare: 0}
  const wanted = Math.max(runs, leastRuns)
  for (let run = 0; run < wanted; run++) {
    times.designed += (await compose(theme)).took
    times.bare += (await compose(bare)).took
  }
  for (const name of ['designed', 'bare'] as const) tell(`${`composing ${counts[name]} pages in ${theme.name}, ${name}`.padEnd(56)}${(times[name] / wanted / 1000).toFixed(3).padStart(8)} s of the processor`)
  tell(`${`what the design of ${theme.name} adds`.padEnd(56)}${((times.designed / times.bare - 1) * 100).toFixed(1).padStart(8)} %`)
}
