/** The only importer of the EPUB checker, a port of EPUBCheck: quick, and without Java. */
import {EpubCheck} from '@likecoin/epubcheck-ts'

/** What is wrong with a book, with the file in it and the line where that is known. */
export type BookFault = {readonly id: string; readonly severity: 'error' | 'warning'; readonly text: string; readonly place: string | undefined}

/** Check a book. What is no book at all is a fault, as the rest is. */
export async function faultsOfBook(bytes: Uint8Array): Promise<readonly BookFault[]> {
  const {messages} = await EpubCheck.validate(bytes)
  return messages.flatMap(({id, severity, message, location}): BookFault[] => severity === 'info' || severity === 'usage' ? [] : [{
    id, severity: severity === 'warning' ? 'warning' : 'error', text: message,
    place: location && [location.path, ...(location.line === undefined ? [] : [location.line])].join(':')
  }])
}
