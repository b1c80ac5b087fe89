import type { Db } from '@archway/db/client'
import { stringify } from 'csv-stringify'
import { isListedKind } from '../schema/vocabulary'
import { formatDuration } from './rules/duration-cell'
import { neutraliseFormula } from './rules/formula'
import { htmlToLines } from './rules/plain-text'

/** The columns of an export: those that an import reads, in the order of the list it began with. */
export const exportColumns = [
  'ID',
  'Title',
  'Organization',
  'Skills',
  'Ratings',
  'course_url',
  'course_students_enrolled',
  'course_description',
  'Review_Count',
  'Difficulty',
  'Type',
  'Duration',
  'Language',
] as const

const BATCH = 500
const typeOf = { course: 'Course', program: 'Program', certification: 'Certification' } as const

/**
 * Writes offerings as CSV, in bounded memory: those that a list brought (`source`), or every external
 * one. Importing it under the same source changes nothing. Cells that a spreadsheet would run are
 * written with an apostrophe, which the import takes away again.
 */
export async function* exportRows(
  db: Db,
  options: { source: string | null },
): AsyncGenerator<Buffer> {
  const csv = stringify({
    header: true,
    columns: [...exportColumns],
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  })
  const write = async () => {
    for await (const row of listRows(db, options.source)) {
      if (!csv.write(row.map(neutraliseFormula))) {
        await new Promise((resolve) => csv.once('drain', resolve))
      }
    }
    csv.end()
  }
  const writing = write().catch((error: Error) => csv.destroy(error))
  for await (const chunk of csv) yield chunk as Buffer
  await writing
}

/** Rows in the order of their ids, page by page. */
async function* listRows(db: Db, source: string | null): AsyncGenerator<string[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const offerings = await db.offering.findMany({
      where: {
        id: { gt: after },
        origin: 'external',
        ...(source === null ? {} : { importKeys: { some: { source } } }),
      },
      orderBy: { id: 'asc' },
      take: BATCH,
      select: {
        id: true,
        kind: true,
        title: true,
        level: true,
        descriptionHtml: true,
        durationMin: true,
        durationMax: true,
        durationUnit: true,
        ratingCenti: true,
        ratingCount: true,
        externalEnrolled: true,
        externalUrl: true,
        provider: { select: { name: true } },
        skills: { orderBy: { position: 'asc' }, select: { skill: { select: { name: true } } } },
        languages: { orderBy: { position: 'asc' }, take: 1, select: { language: true } },
        facts: { where: { key: 'credential_type' }, select: { value: true } },
        importKeys: {
          where: source === null ? {} : { source },
          select: { externalKey: true },
        },
      },
    })
    for (const row of offerings) {
      const id = row.importKeys.find(({ externalKey }) => externalKey.startsWith('id:'))
      yield [
        id?.externalKey.slice(3) ?? '',
        row.title,
        row.provider.name,
        row.skills.map(({ skill }) => skill.name).join(', '),
        row.ratingCenti === null ? '' : decimal(row.ratingCenti),
        row.externalUrl ?? '',
        row.externalEnrolled === null ? '' : String(row.externalEnrolled),
        htmlToLines(row.descriptionHtml),
        row.ratingCount === 0 ? '' : String(row.ratingCount),
        row.level.charAt(0).toUpperCase() + row.level.slice(1),
        row.facts[0]?.value ?? (isListedKind(row.kind) ? typeOf[row.kind] : ''),
        row.durationUnit === null || row.durationMin === null || row.durationMax === null
          ? ''
          : formatDuration({ min: row.durationMin, max: row.durationMax, unit: row.durationUnit }),
        row.languages[0]?.language ?? '',
      ]
    }
    const last = offerings.at(-1)
    if (!last || offerings.length < BATCH) return
    after = last.id
  }
}

/** Rating × 100 as decimal text with as few digits as it needs: 480 is "4.8". */
const decimal = (centi: number): string => {
  const fraction = String(centi % 100)
    .padStart(2, '0')
    .replace(/0$/, '')
  return `${Math.floor(centi / 100)}.${fraction === '' ? '0' : fraction}`
}
