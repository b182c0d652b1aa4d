/** The printing conditions: the two that come with the program, or the shop's own. */
import {readProfile} from '../../adapters/colour/profiles.ts'
import type {OutputIntent} from '../../adapters/press/press-file.ts'
import type {PrintCondition} from '../../types.ts'

/** The characterisation data that a profile was made from, by their name in the ICC's registry. */
const shipped = {
  uncoated: {identifier: 'FOGRA29', condition: 'Offset, uncoated white paper (FOGRA29)'},
  coated: {identifier: 'FOGRA39', condition: 'Offset, coated paper (FOGRA39, ISO 12647-2:2004)'}
} as const

/** The most ink, of all plates together, that a sheet takes: what the shipped profiles were made with. */
export const mostInk = 3

/** Load the condition's profile and say what it is called. */
export async function outputIntent(condition: PrintCondition): Promise<OutputIntent> {
  if (condition.name === 'own') return {identifier: 'Custom', condition: condition.file, registry: undefined, profile: condition.bytes}
  return {...shipped[condition.name], registry: 'http://www.color.org', profile: await readProfile(condition.name)}
}

/** What a person should know about a condition; undefined where the shop's own profile is used. */
export function conditionAdvice({name}: PrintCondition): string | undefined {
  if (name === 'own') return undefined
  const today = name === 'uncoated' ? 'FOGRA47 and FOGRA52' : 'FOGRA51'
  return `The printing condition ${shipped[name].identifier} dates from before 2009; European shops print to ${today} today, American ones to GRACoL, SWOP or a CRPC, and its name stands on every sheet. Ask the shop for its own ICC profile and name it in \`print.icc\`.`
}
