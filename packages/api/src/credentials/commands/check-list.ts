import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { invalid } from '../../shared/errors'
import { originOf } from '../../shared/origin'
import { isSameName, namedBy } from '../rules/listed-credential'
import { type Standing, standingOf } from '../rules/standing'
import { achievementContent, credentialListLimits } from '../schema'

/** What was found about one row of a list. The name on a credential is compared, never told. */
export type ListedCheck = {
  line: number
  /** the first cell, as it was sent */
  asked: string
  found: {
    id: string
    title: string
    issuer: string
    standing: Standing
    validUntil: Date | null
    /** null when no name was sent, or none stands on it any more */
    isNameRight: boolean | null
  } | null
}

const record = z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) })

/** The first two cells of each row. A first row that names columns is none. */
function readRows(csv: string) {
  const { rows: most } = credentialListLimits
  let rows: z.infer<typeof record>[]
  try {
    const read = parse(csv, {
      bom: true,
      info: true,
      trim: true,
      delimiter: [',', ';', '\t'],
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: 5000,
      to: most + 2,
    })
    rows = z.array(record).parse(read)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw invalid('csv-unreadable', 'csv', { message: error.message })
  }
  const cells = rows.map(({ record: [asked = '', name = ''], info }) => ({
    line: info.lines,
    asked: asked.slice(0, 300),
    name,
  }))
  if (/^(number|credential|link)$/i.test(cells[0]?.asked ?? '')) cells.shift()
  if (cells.length === 0) throw invalid('csv-empty', 'csv')
  if (cells.length > most) throw invalid('csv-too-long', 'csv', { rows: most })
  return cells
}

/**
 * Checks a list of credentials of ours by number or link, as an employer has it: how each stands at this moment, and
 * whether it carries the name that was sent. Nothing of it is kept. Throws `invalid` for what is no CSV, is
 * empty or has too many rows, and `rate_limited` for too many lists from one place.
 */
export async function checkList(
  deps: Pick<Deps, 'db' | 'clock' | 'appUrl' | 'limits'>,
  actor: Actor,
  csv: string,
): Promise<ListedCheck[]> {
  await deps.limits.consume('credentialListsPerOrigin', originOf(actor))
  const rows = readRows(csv).map((row) => ({ ...row, named: namedBy(row.asked, deps.appUrl) }))
  const ids = rows.flatMap(({ named }) => ('id' in named ? named.id : []))
  const numbers = rows.flatMap(({ named }) => ('licenseNumber' in named ? named.licenseNumber : []))
  const credentials = await deps.db.credential.findMany({
    where: { OR: [{ id: { in: ids } }, { licenseNumber: { in: numbers } }] },
    select: {
      id: true,
      licenseNumber: true,
      subjectName: true,
      state: true,
      validFrom: true,
      validUntil: true,
      issuer: { select: { provider: { select: { name: true } } } },
      achievement: { select: { content: true } },
    },
  })
  const now = deps.clock.now()
  return rows.map(({ line, asked, name, named }) => {
    const found = credentials.find((one) => {
      if ('id' in named) return one.id === named.id
      return 'licenseNumber' in named && one.licenseNumber === named.licenseNumber
    })
    if (!found) return { line, asked, found: null }
    const { id, subjectName, issuer, achievement, validUntil } = found
    const isNameRight = name === '' || subjectName === null ? null : isSameName(name, subjectName)
    return {
      line,
      asked,
      found: {
        id,
        title: achievementContent.parse(achievement.content).name,
        issuer: issuer.provider.name,
        standing: standingOf(found, now),
        validUntil,
        isNameRight,
      },
    }
  })
}
