import {expect, test} from 'vitest'
import {run} from '../../scripts/commands/import.ts'
import {createReport} from '../../scripts/report.ts'

test('a folder is named as one', async () => {
  const nowhere = {write: () => true}
  const report = createReport({stdout: nowhere, stderr: nowhere, environment: {}, nowMs: () => 0, every: () => () => undefined, json: true})
  await expect(run({operands: ['tests/import'], options: new Map()}, {report, version: '0'})).rejects.toThrow('Unexpected folder `tests/import`, expected one file')
})
