/** What a new manuscript asks for, and which answers hold. */
import {readMetadata} from '../manuscript/metadata.ts'
import {stringify} from 'yaml'

export type AnswerName = 'title' | 'author' | 'lang' | 'page' | 'theme'

export type Answers = Readonly<Partial<Record<AnswerName, string>>>

/** `standard`: what an empty answer means; an empty one means that the key is left out. */
export type Question = {readonly name: AnswerName; readonly words: string; readonly standard: string}

/** The questions in their order. The name of the folder gives the title that stands in. */
export function questionsFor(folderName: string, themes: readonly string[]): readonly Question[] {
  return [
    {name: 'title', words: 'Title', standard: titleFrom(folderName)},
    {name: 'author', words: 'Author (nobody: leave it empty)', standard: ''},
    {name: 'lang', words: 'Language, such as en-GB, de or fr', standard: 'en'},
    {name: 'page', words: 'Paper: a5, a6, a4, half-letter, letter … (by the language: leave it empty)', standard: ''},
    {name: 'theme', words: `Theme: ${themes.join(', ')}`, standard: 'classic'}
  ]
}

/** Say what is wrong with an answer; undefined where it holds. */
export function faultOf(name: AnswerName, answer: string, themes: readonly string[]): string | undefined {
  if (name === 'theme') return themes.includes(answer) ? undefined : `Unexpected theme \`${answer.slice(0, 60)}\`, expected one of ${themes.join(', ')}`
  return readMetadata({file: 'pamphlet.yaml', text: stringify({[name]: answer}), firstLine: 1}).messages[0]?.reason
}

function titleFrom(folderName: string): string {
  const words = folderName.replace(/[-_]+/g, ' ').trim()
  return words === '' || /^[./\\]+$/.test(words) ? 'A Pamphlet' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
