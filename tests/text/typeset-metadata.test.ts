import {expect, test} from 'vitest'
import {typesetMetadata} from '../../scripts/text/typeset-metadata.ts'
import {metadata} from '../stock.ts'

test('what is printed of the metadata has the typography of the text', () => {
  const made = typesetMetadata({...metadata, lang: 'en-GB', title: "It's 1\u0007", subtitle: "Don't", rights: "Don't", dedication: "To the reader's\nfriend", back: {text: "The reader's\n\nown", address: "12 Printer's Row\n1870-1924 St", price: "It's free", link: "https://x.org/it's"}})
  expect(made.title).toBe('It’s 1')
  expect(made.subtitle).toBe('Don’t')
  expect(made.rights).toBe('Don’t')
  expect(made.dedication).toBe('To the reader’s\nfriend')
  expect(made.back).toEqual({text: 'The reader’s\n\nown', address: '12 Printer’s Row\n1870–1924 St', price: 'It’s free', link: "https://x.org/it's"})
})
