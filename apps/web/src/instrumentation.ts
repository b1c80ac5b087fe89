/** Runs once when the server starts: a bad environment stops it here, with a message that says why. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { env } = await import('./env')
  const { redisUrl } = env()
  if (redisUrl === undefined) return
  const { deps } = await import('./lib/deps')
  const { joinOtherInstances } = await import('./lib/page-cache')
  await joinOtherInstances(redisUrl, deps().logger)
}
