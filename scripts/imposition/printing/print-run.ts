/** What a print run takes: sheets, the stack of paper, and the stack of what comes of it. */
import type {Plan} from '../plan.ts'

export type PrintRun = {readonly copies: number; readonly sheets: number; readonly paperMm: number; readonly finishedMm: number}

const runs = [1, 10, 25, 50, 100, 500]

/** Lay `thicknessMm` on itself: every sheet is as many leaves thick, when finished, as its panels lie on one another. */
export function printRun({sheets, layout, arrangement: {grid}}: Plan, thicknessMm: number): readonly PrintRun[] {
  const leaves = layout.parting === 'fold' || layout.isBound ? grid.columns * grid.rows : 1
  return runs.map(copies => {
    const paperMm = copies * sheets.length * thicknessMm
    return {copies, sheets: copies * sheets.length, paperMm, finishedMm: paperMm * leaves}
  })
}
