import type pg from 'pg'

const DEMO_LEARNER = 'learner@archway.test'

export type Person = { userId: string; email: string }

/** Adds accounts with the password of the demo, confirmed. The demo must be there. */
export async function addPeople(pool: pg.Pool, label: string, count: number): Promise<Person[]> {
  const { rows } = await pool.query<{ id: string; email: string }>(
    `insert into users (id, email, name, email_verified, password_hash, updated_at)
     select gen_random_uuid(), $1 || '-' || n || '@archway.test', initcap($1) || ' ' || n, now(),
       (select password_hash from users where email = $2), now()
     from generate_series(1, $3::int) n returning id, email`,
    [label, DEMO_LEARNER, count],
  )
  return rows.map(({ id, email }) => ({ userId: id, email }))
}
