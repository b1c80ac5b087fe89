import type { DbOrTx } from '@archway/db/client'
import { notFound } from '../../shared/errors'
import { evidenceClauses } from '../schema/evidence'

/** Of the whole programme, counted from the rows that the database keeps. */
export type EvidencePack = {
  title: string
  slug: string
  countedAt: Date
  clauses: { clause: string; figures: { key: string; count: number }[] }[]
}

/**
 * What is on record about a certification of our own, by clause of ISO/IEC 17024:2012: how often each thing that a
 * clause asks for was done, and how often somebody did what nobody may (which is zero, or a constraint is
 * gone). Throws `not_found` for a certification of another body.
 */
export async function requireEvidencePack(
  db: DbOrTx,
  slug: string,
  now: Date,
): Promise<EvidencePack> {
  const offering = await db.offering.findFirst({
    where: { slug, kind: 'certification', origin: 'own' },
    select: { id: true, title: true },
  })
  if (!offering) throw notFound('certification')
  const rows = await db.$queryRaw<{ key: string; count: number }[]>`
    with v as (select v.* from item_versions v join items i on i.id = v.item_id
        where i.offering_id = ${offering.id}::uuid),
      f as (select * from exam_forms where offering_id = ${offering.id}::uuid),
      a as (select * from exam_attempts where offering_id = ${offering.id}::uuid),
      c as (select c.* from credentials c join achievements h on h.id = c.achievement_id
        where h.offering_id = ${offering.id}::uuid),
      p as (select p.* from appeals p join a on a.id = p.attempt_id)
    select key, count::int from (values
      ('schemeVersions', (select count(*) from scheme_versions where offering_id = ${offering.id}::uuid)),
      ('items', (select count(distinct item_id) from v)),
      ('reviews', (select count(*) from item_reviews r join v on v.id = r.version_id)),
      ('ownReviews', (select count(*) from item_reviews r join v on v.id = r.version_id
        where r.reviewer_id = v.author_id)),
      ('forms', (select count(*) from f where state <> 'draft')),
      ('ownForms', (select count(*) from f where approved_by_id = created_by_id)),
      ('panels', (select count(*) from angoff_panels g join f on f.id = g.form_id
        where g.signed_off_at is not null)),
      ('sittings', (select count(*) from a where started_at is not null)),
      ('agreements', (select count(*) from a where started_at is not null and agreed_at is not null)),
      ('answers', (select count(*) from attempt_journal j join a on a.id = j.attempt_id)),
      ('accommodations', (select count(*) from a where time_multiplier > 1)),
      ('extensions', (select count(*) from time_extensions x join a on a.id = x.attempt_id)),
      ('results', (select count(*) from a where state = 'released')),
      ('ownDecisions', (select count(*) from a where decided_by_id = candidate_id)),
      ('regrades', (select count(*) from attempt_scores s join a on a.id = s.attempt_id where s.cause <> 'first')),
      ('credentials', (select count(*) from c)),
      ('withoutPass', (select count(*) from c where c.cause = 'exam_pass' and not exists (
        select 1 from a join attempt_scores s on s.attempt_id = a.id where a.id = c.cause_id and s.is_pass))),
      ('renewed', (select count(*) from c where state = 'superseded')),
      ('suspensions', (select count(*) from status_changes s join c on c.id = s.credential_id
        where s.to_state = 'suspended')),
      ('revocations', (select count(*) from status_changes s join c on c.id = s.credential_id
        where s.to_state = 'revoked')),
      ('appeals', (select count(*) from p)),
      ('appealsOpen', (select count(*) from p where state = 'open')),
      ('appealsLate', (select count(*) from p where coalesce(decided_at, ${now}) > due_at)),
      ('ownAppeals', (select count(*) from p join a on a.id = p.attempt_id
        where p.decided_by_id in (a.decided_by_id, a.candidate_id))),
      ('cases', (select count(*) from integrity_cases k join a on a.id = k.attempt_id)),
      ('casesByOne', (select count(*) from integrity_cases k join a on a.id = k.attempt_id
        where k.state = 'confirmed' and (select count(distinct reviewer_id)
          from integrity_reviews r where r.case_id = k.id) < 2))
    ) as figure (key, count)`
  const countOf = (key: string): number => {
    const row = rows.find((figure) => figure.key === key)
    if (!row) throw new Error(`nothing counts ${key}`)
    return row.count
  }
  return {
    title: offering.title,
    slug,
    countedAt: now,
    clauses: evidenceClauses.map(({ clause, keys }) => ({
      clause,
      figures: keys.map((key) => ({ key, count: countOf(key) })),
    })),
  }
}
