import { randomUUID } from 'node:crypto'
import type { Tx } from '@archway/db/client'
import { sha256 } from '../../shared/hash'
import { slugify } from '../../shared/slug'
import { durationBucket } from '../rules/duration'
import { type Directory, idOf } from './directory'
import type { ReadRow } from './match-rows'
import { firstSentence, textToHtml } from './rules/plain-text'

/** A row and the offering that it is or becomes. */
export type RowToWrite = { offeringId: string; isNew: boolean; source: ReadRow }

export type WriteContext = { source: string; importId: string; directory: Directory; now: Date }

/** A slug for each new offering that nobody has: title, then with the provider, then with a hash. */
export async function chooseSlugs(
  tx: Tx,
  rows: readonly ReadRow[],
  source: string,
): Promise<string[]> {
  const candidates = rows.map(({ row, keys }) => {
    const hash = sha256(`${source} ${keys.own}`).slice(0, 10)
    const base = slugify(row.title)
    const long = slugify(`${row.title} ${row.provider}`)
    // A title that no slug can be written of would leave only the provider's name.
    return base === ''
      ? [`offering-${hash}`]
      : [base, long, slugify(`${base.slice(0, 68)} ${hash}`)]
  })
  const taken = new Set(
    (
      await tx.offering.findMany({
        where: { slug: { in: candidates.flat() } },
        select: { slug: true },
      })
    ).map(({ slug }) => slug),
  )
  return candidates.map((options) => {
    const slug = options.find((option) => !taken.has(option)) ?? `offering-${randomUUID()}`
    taken.add(slug)
    return slug
  })
}

const toRecord = (
  { offeringId, source }: RowToWrite,
  slug: string,
  { directory }: WriteContext,
) => {
  const { row } = source
  return {
    id: offeringId,
    slug,
    kind: row.kind,
    provider_id: idOf(directory.providers, row.provider),
    title: row.title,
    summary: firstSentence(row.description),
    description_html: textToHtml(row.description),
    level: row.level,
    duration_min: row.duration?.min ?? null,
    duration_max: row.duration?.max ?? null,
    duration_unit: row.duration?.unit ?? null,
    duration_bucket: row.duration ? durationBucket(row.duration) : null,
    rating_centi: row.ratingCenti,
    rating_count: row.ratingCount,
    external_enrolled: row.enrolled,
    url: row.url,
  }
}

const recordColumns = `id uuid, slug text, kind offering_kind, provider_id uuid, title text, summary text,
  description_html text, level offering_level, duration_min int, duration_max int, duration_unit duration_unit,
  duration_bucket duration_bucket, rating_centi int, rating_count int, external_enrolled int, url text`

/**
 * Writes rows into the catalogue in a few statements, whatever their number: offerings, then skills,
 * topics, language and type, then the keys by which the rows will be known. Part of the caller's
 * transaction. A rating that is our own is not overwritten.
 */
export async function writeRows(
  tx: Tx,
  rows: readonly RowToWrite[],
  context: WriteContext,
): Promise<void> {
  if (rows.length === 0) return
  const { source, now } = context
  const created = rows.filter(({ isNew }) => isNew)
  const updated = rows.filter(({ isNew }) => !isNew)
  if (created.length > 0) {
    const slugs = await chooseSlugs(
      tx,
      created.map((row) => row.source),
      source,
    )
    const records = created.map((row, index) => toRecord(row, slugs[index] ?? '', context))
    await tx.$executeRawUnsafe(
      `insert into offerings (id, slug, kind, origin, status, provider_id, title, summary, description_html, level,
         duration_min, duration_max, duration_unit, duration_bucket, rating_centi, rating_count, rating_source,
         external_enrolled, external_url, source_name, source_url, published_at, created_at, updated_at)
       select id, slug, kind, 'external', 'published', provider_id, title, summary, description_html, level,
         duration_min, duration_max, duration_unit, duration_bucket, rating_centi, rating_count,
         case when rating_centi is not null then 'external'::rating_source end,
         external_enrolled, url, $2, url, $3::timestamptz, $3::timestamptz, $3::timestamptz
       from jsonb_to_recordset($1::jsonb) as r (${recordColumns})`,
      JSON.stringify(records),
      source,
      now,
    )
  }
  if (updated.length > 0) {
    await tx.$executeRawUnsafe(
      `update offerings o set kind = r.kind, provider_id = r.provider_id, title = r.title, summary = r.summary,
         description_html = r.description_html, level = r.level, duration_min = r.duration_min,
         duration_max = r.duration_max, duration_unit = r.duration_unit, duration_bucket = r.duration_bucket,
         rating_centi = case when o.rating_source = 'own' then o.rating_centi else r.rating_centi end,
         rating_count = case when o.rating_source = 'own' then o.rating_count else r.rating_count end,
         rating_source = case when o.rating_source = 'own' then 'own'
           when r.rating_centi is not null then 'external'::rating_source end,
         external_enrolled = r.external_enrolled, external_url = r.url, source_name = $2, source_url = r.url,
         version = o.version + 1, updated_at = $3::timestamptz
       from jsonb_to_recordset($1::jsonb) as r (${recordColumns})
       where o.id = r.id`,
      JSON.stringify(updated.map((row) => toRecord(row, '', context))),
      source,
      now,
    )
    const ids = updated.map(({ offeringId }) => offeringId)
    await tx.$executeRaw`delete from offering_skills where offering_id = any (${ids}::uuid[])`
    await tx.$executeRaw`delete from offering_topics where offering_id = any (${ids}::uuid[])`
    await tx.$executeRaw`delete from offering_languages where offering_id = any (${ids}::uuid[])`
  }
  await writeParts(tx, rows, context)
  await writeKeys(tx, rows, context)
}

async function writeParts(
  tx: Tx,
  rows: readonly RowToWrite[],
  { directory, source, now }: WriteContext,
): Promise<void> {
  const skills = rows.flatMap(({ offeringId, source: { row } }) =>
    row.skills.map((name, position) => [offeringId, idOf(directory.skills, name), position]),
  )
  const topics = rows.flatMap(({ offeringId, source: { row } }) =>
    row.topics.map((slug, position) => [offeringId, idOf(directory.topics, slug), position]),
  )
  const languages = rows.map(({ offeringId, source: { row } }) => [offeringId, row.language])
  const types = rows.map(({ offeringId, source: { row } }) => [offeringId, row.typeName, row.url])
  await tx.$executeRaw`
    insert into offering_skills (offering_id, skill_id, position)
    select (e ->> 0)::uuid, (e ->> 1)::uuid, (e ->> 2)::int from jsonb_array_elements(${JSON.stringify(skills)}::jsonb) e
    on conflict do nothing`
  await tx.$executeRaw`
    insert into offering_topics (offering_id, topic_id, position)
    select (e ->> 0)::uuid, (e ->> 1)::uuid, (e ->> 2)::int from jsonb_array_elements(${JSON.stringify(topics)}::jsonb) e
    on conflict do nothing`
  await tx.$executeRaw`
    insert into offering_languages (offering_id, language)
    select (e ->> 0)::uuid, e ->> 1 from jsonb_array_elements(${JSON.stringify(languages)}::jsonb) e`
  await tx.$executeRaw`
    insert into offering_facts (offering_id, key, label, value, source_title, source_url, verified_on)
    select (e ->> 0)::uuid, 'credential_type', 'Type', e ->> 1, ${source}, e ->> 2, ${now}::timestamptz::date
    from jsonb_array_elements(${JSON.stringify(types)}::jsonb) e
    where e ->> 1 <> ''
    on conflict (offering_id, key) do update set value = excluded.value, source_url = excluded.source_url,
      verified_on = excluded.verified_on`
}

async function writeKeys(
  tx: Tx,
  rows: readonly RowToWrite[],
  { source, importId, now }: WriteContext,
): Promise<void> {
  const keys = rows.flatMap(({ offeringId, source: { keys: rowKeys, hash } }) =>
    [...new Set([rowKeys.own, rowKeys.id])]
      .filter((key) => key !== null)
      .map((key) => [key, offeringId, hash]),
  )
  // A number that another offering has is left with it.
  await tx.$executeRaw`
    insert into offering_import_keies as k (source, external_key, offering_id, row_hash, import_id, updated_at)
    select ${source}, e ->> 0, (e ->> 1)::uuid, e ->> 2, ${importId}::uuid, ${now}::timestamptz
    from jsonb_array_elements(${JSON.stringify(keys)}::jsonb) e
    on conflict (source, external_key) do update
      set row_hash = excluded.row_hash, import_id = excluded.import_id, updated_at = excluded.updated_at
      where k.offering_id = excluded.offering_id`
}
