/** Unfolds an entry of a zip from outside piece by piece: sizes that an archive declares may be lies, so what comes is counted. */
import type JSZip from 'jszip'

/** Hand on each piece, and stop at the limit, in bytes. */
export function unfold(file: JSZip.JSZipObject, limit: number, take: (piece: Buffer) => void): Promise<'whole' | 'too large' | 'damaged'> {
  return new Promise(resolve => {
    let size = 0
    const stream = file.nodeStream('nodebuffer')
    stream.on('data', (piece: Buffer) => {
      size += piece.length
      if (size <= limit) take(piece)
      else {
        stream.pause()
        resolve('too large')
      }
    })
    stream.on('end', () => resolve('whole'))
    stream.on('error', () => resolve('damaged'))
  })
}
