import { startTestPostgres } from './template'

/**
 * Vitest's global set-up of every project with database tests: one PostgreSQL for the run. The
 * address travels to the test processes in their environment.
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.TEST_TEMPLATE_URL) return async () => {}
  const server = await startTestPostgres()
  process.env.TEST_TEMPLATE_URL = server.templateUrl
  return async () => {
    delete process.env.TEST_TEMPLATE_URL
    await server.stop()
  }
}
