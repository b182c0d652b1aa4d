/** The same inks are other colours on another paper: a file has to say for which they were mixed. */
import type {Check, MeasuredInk} from './finding.ts'

/** Coloured inks in a file from elsewhere that names no printing condition. */
export const condition: Check = ({facts, plates = new Map<number, MeasuredInk | string>()}) => {
  if (!facts || facts.hasIntent || ![...plates.values()].some(isColoured)) return []
  return [{
    rule: 'printing-condition', severity: 'warning',
    reason: 'Unexpected coloured inks (CMYK) without an output intent, expected one that names the printing condition, as PDF/X has it',
    remedy: 'Export it again as PDF/X-4 with the profile that the shop prints to, or tell the shop for which condition it was made.'
  }]
}

function isColoured(measured: MeasuredInk | string): boolean {
  return typeof measured === 'object' && ['cyan', 'magenta', 'yellow'].some(plate => (measured.inks[plate] ?? 0) > 0)
}
