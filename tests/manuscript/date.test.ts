import {describe, expect, test} from 'vitest'
import {buildDate, type DateSources} from '../../scripts/manuscript/date.ts'
import {UsageError} from '../../scripts/types.ts'

const never = () => Promise.reject(new Error('asked for the last commit without need'))
const none = () => Promise.resolve(undefined)
const dateOf = async (sources: Partial<DateSources>) => {
  const {instant, printed} = await buildDate({lastCommit: never, ...sources})
  return [instant.toISOString(), printed]
}

describe('the date of a build', () => {
  test.each<[string, string, string]>([
    ['2024', '2024-01-01T00:00:00.000Z', '2024'],
    ['2024-02', '2024-02-01T00:00:00.000Z', '2024-02'],
    ['2024-01-15', '2024-01-15T00:00:00.000Z', '2024-01-15'],
    ['2024-01-15T10:30', '2024-01-15T10:30:00.000Z', '2024-01-15'],
    ['2024-01-15T10:30:05Z', '2024-01-15T10:30:05.000Z', '2024-01-15'],
    ['2024-01-15T23:30:00-05:00', '2024-01-16T04:30:00.000Z', '2024-01-16'],
    ['2024-01-15 10:30+0100', '2024-01-15T09:30:00.000Z', '2024-01-15']
  ])('--date %s', async (option, instant, printed) => {
    expect(await dateOf({option, sourceDateEpoch: 'bad', metadataDate: '1999'})).toEqual([instant, printed])
  })

  test.each(['', 'today', '2024-02-30', '2024-02-30T10:00Z', '2024-01-15T25:00', '2024-01-15T10:00+99:00', '15.1.2024', '0000', '10000'])('--date %j is wrong usage', async option => {
    await expect(buildDate({option, lastCommit: none})).rejects.toThrow(UsageError)
  })

  test.each<[string, string, string]>([
    ['0', '1970-01-01T00:00:00.000Z', '1970-01-01'],
    ['1705314600', '2024-01-15T10:30:00.000Z', '2024-01-15'],
    ['7289654400', '2201-01-01T00:00:00.000Z', '2201-01-01']
  ])('SOURCE_DATE_EPOCH=%s', async (sourceDateEpoch, instant, printed) => {
    expect(await dateOf({sourceDateEpoch, metadataDate: '1999'})).toEqual([instant, printed])
  })

  test.each(['', 'now', '-1', '1.5', '1705314600000', '1e9', '0x10', ' 1', '99999999999999', '9999999999999'])('SOURCE_DATE_EPOCH=%j is wrong usage', async sourceDateEpoch => {
    await expect(buildDate({sourceDateEpoch, lastCommit: none})).rejects.toThrow(UsageError)
  })

  test('the metadata, then the last commit, then 1980, which is not printed', async () => {
    expect(await dateOf({metadataDate: '1917-10'})).toEqual(['1917-10-01T00:00:00.000Z', '1917-10'])
    expect(await dateOf({lastCommit: () => Promise.resolve(new Date('2024-01-15T10:30:00Z'))})).toEqual(['2024-01-15T10:30:00.000Z', '2024-01-15'])
    expect(await dateOf({lastCommit: none})).toEqual(['1980-01-01T00:00:00.000Z', undefined])
    expect('printed' in await buildDate({lastCommit: none})).toBe(false)
  })
})
