import type { Deps } from './deps'

/** Resolves when the database answers; rejects when it does not. */
export async function checkHealth({ db }: Pick<Deps, 'db'>): Promise<void> {
  await db.$queryRaw`select 1`
}
