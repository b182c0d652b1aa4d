/** The command `doctor`: what this machine has, what it lacks, and what to do. */
import type {Given} from '../command-line.ts'
import {valueOf} from '../command-line/values.ts'
import type {Surroundings} from '../commands.ts'
import {examine} from '../doctor/examine.ts'
import {findingsText, verdictText} from '../doctor/findings.ts'
import {escapeControls, wantsColours} from '../report.ts'

/** Examine and tell. Gives the exit code: 3 where no build is possible. */
export async function run(given: Given, {report}: Surroundings): Promise<number> {
  const done = report.stage('doctor')
  const findings = (await examine(process.cwd(), valueOf(given, 'browser')).finally(done)).map(finding => ({...finding, text: escapeControls(finding.text)}))
  report.print(`${findingsText(findings, wantsColours(process.env, process.stdout.isTTY))}${verdictText(findings)}`)
  return findings.some(({verdict}) => verdict === 'bad') ? 3 : 0
}
