/** Run as a process of its own, in a time zone of its own: prints the hash of the stock pamphlet's EPUB. */
import {createHash} from 'node:crypto'
import {bind} from '../../scripts/epub/bind.ts'
import {pamphlet, theme} from '../stock.ts'

const {bytes} = await bind(pamphlet, theme, {modified: new Date('2024-01-15T12:34:56Z')})
process.stdout.write(`${new Date(0).getTimezoneOffset()} ${createHash('sha256').update(bytes).digest('hex')}`)
