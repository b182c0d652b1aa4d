/** What a PDF to read tells those who hear it, or who find their way by its title. */
import type {FileFacts} from '../../adapters/press/file-facts.ts'
import type {Check} from './finding.ts'

type Lack = {readonly isMissing: (facts: FileFacts) => boolean; readonly actual: (facts: FileFacts) => string; readonly expected: string; readonly remedy: string}

const lacks: readonly Lack[] = [
  {isMissing: ({isTagged}) => !isTagged, actual: ({claimsUa}) => claimsUa ? 'PDF without tags whose metadata say that it meets PDF/UA' : 'PDF without tags', expected: 'tags, so that it can be read aloud and reflows on a telephone', remedy: 'Export it as a tagged PDF (PDF/UA), or build it with `--edition read`.'},
  {isMissing: ({hasLanguage}) => !hasLanguage, actual: () => 'PDF that does not name its language', expected: 'one, so that it is read aloud in it', remedy: 'Set the language where it was made.'},
  {isMissing: ({hasTitle}) => !hasTitle, actual: () => 'PDF without a title', expected: 'one, which its window and a library show', remedy: 'Write a title into its properties.'},
  {isMissing: ({wordlessPictures}) => wordlessPictures > 0, actual: ({wordlessPictures}) => wordlessPictures === 1 ? 'picture without an alternative text' : `${wordlessPictures} pictures without alternative texts`, expected: 'words for who cannot see them', remedy: 'Describe each picture where it was placed; in Markdown between the brackets, `![A map of the town](map.png)`.'},
  {isMissing: ({headlessTables}) => headlessTables > 0, actual: ({headlessTables}) => headlessTables === 1 ? 'table without a head among its tags' : `${headlessTables} tables without a head among their tags`, expected: 'cells tagged as heads (TH), by which the others are heard', remedy: 'Mark the heads of each table where it was made; what only looks like a table is none.'}
]

/** What is missing to who reads it. */
export const reading: Check = ({facts}) => facts === undefined ? [] : lacks.filter(({isMissing}) => isMissing(facts)).map(({actual, expected, remedy}) => (
  {rule: 'reading-fault' as const, severity: 'warning' as const, reason: `Unexpected ${actual(facts)}, expected ${expected}`, remedy}
))
