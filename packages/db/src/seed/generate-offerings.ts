import type { Db } from '../client'

/** Offerings per transaction: the search rows of a batch are built at its commit. */
const BATCH = 5_000

/**
 * Adds made-up published offerings up to number `count` to a database that has topics, skills and
 * providers, for measuring and for tests of query plans. The same count gives the same offerings:
 * every choice is a hash of the row's number. Slugs begin with `generated-`. Safe to repeat: numbers
 * that are there already are skipped.
 */
export async function generateOfferings(db: Db, count: number): Promise<void> {
  for (let from = 1; from <= count; from += BATCH) {
    await generateBatch(db, from, Math.min(from + BATCH - 1, count))
  }
  await db.$executeRaw`analyze offerings, offering_search, offering_skills, offering_topics, prices`
}

async function generateBatch(db: Db, from: number, to: number): Promise<void> {
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`
        create temporary table picked on commit drop as
        with s as (select array_agg(id order by slug) ids, array_agg(name::text order by slug) names from skills),
          t as (select array_agg(id order by slug) ids from topics),
          p as (select array_agg(id order by slug) ids from providers),
          numbers as (
            select n, array(select abs(hashint8extended(n, salt)) from generate_series(1, 12) salt) h
            from generate_series(${from}::int, ${to}::int) n
            where not exists (select 1 from offerings o where o.slug = 'generated-' || n))
        select n, md5('generated-' || n)::uuid as id, h,
          -- squared, so that a few providers have much and most have little, as in life
          p.ids[1 + floor(cardinality(p.ids) * power((h[1] % 1000) / 1000.0, 2))::int] as provider_id,
          array(select distinct s.ids[1 + h[k] % cardinality(s.ids)] from generate_series(2, 4 + (h[5] % 3)::int) k) as skill_ids,
          array(select distinct t.ids[1 + h[k] % cardinality(t.ids)] from generate_series(6, 7) k) as topic_ids,
          (array['Introduction to', 'Applied', 'Advanced', 'Practical', 'Foundations of', 'Hands-on', 'Modern', 'Responsible'])[1 + h[8] % 8]
            || ' ' || s.names[1 + h[2] % cardinality(s.names)] || ' '
            || (array['for Engineers', 'for Analysts', 'in Practice', 'for Managers', 'at Scale', 'from Scratch', 'with Cases', 'Essentials'])[1 + h[9] % 8]
            as title,
          s.names[1 + h[3] % cardinality(s.names)] as first_skill, s.names[1 + h[4] % cardinality(s.names)] as second_skill
        from numbers, s, t, p`
      await tx.$executeRaw`
        insert into offerings (id, slug, kind, origin, status, provider_id, title, summary, description_html, level,
          duration_min, duration_max, duration_unit, duration_bucket, rating_centi, rating_count, rating_source,
          external_enrolled, external_url, published_at, updated_at)
        select id, 'generated-' || n,
          (array['course', 'course', 'course', 'program', 'certification'])[1 + h[6] % 5]::offering_kind,
          'external', 'published', provider_id, title, 'Made up for measuring: ' || first_skill || ' and ' || second_skill || '.',
          '<p>' || repeat('Made-up text about ' || first_skill || ', ' || second_skill || ' and how to work with them. ', 6) || '</p>',
          (array['beginner', 'beginner', 'intermediate', 'advanced', 'mixed'])[1 + h[7] % 5]::offering_level,
          1, 1 + (h[8] % 6)::int, 'month',
          (array['weeks_1_to_4', 'months_1_to_3', 'months_1_to_3', 'months_3_to_6', 'months_3_to_6', 'months_3_to_6'])[1 + h[8] % 6]::duration_bucket,
          300 + (h[9] % 200)::int, 10 + (h[10] % 5000)::int, 'external', (h[11] % 100000)::int,
          'https://example.com/offerings/' || n, timestamptz '2026-01-01' - n * interval '1 minute', timestamptz '2026-01-01'
        from picked`
      await tx.$executeRaw`
        insert into offering_languages (offering_id, language)
        select id, (array['en', 'en', 'en', 'en', 'es', 'de', 'fr', 'pt', 'ja'])[1 + h[12] % 9] from picked`
      await tx.$executeRaw`
        insert into offering_skills (offering_id, skill_id, position)
        select id, skill_id, position - 1 from picked, unnest(skill_ids) with ordinality as s (skill_id, position)`
      await tx.$executeRaw`
        insert into offering_topics (offering_id, topic_id, position)
        select id, topic_id, position - 1 from picked, unnest(topic_ids) with ordinality as t (topic_id, position)`
      await tx.$executeRaw`
        insert into prices (id, offering_id, currency, amount_minor)
        select gen_random_uuid(), id, 'USD', case when h[10] % 4 = 0 then 0 else 100 * (h[10] % 900) end
        from picked where h[12] % 3 > 0`
    },
    { timeout: 120_000, maxWait: 10_000 },
  )
}
