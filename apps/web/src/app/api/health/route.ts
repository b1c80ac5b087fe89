import { checkHealth } from '@archway/api/shared/health'
import { connection } from 'next/server'
import { deps } from '@/lib/deps'

/** 200 when the site can answer: it runs and reaches its database. */
export async function GET() {
  // Asked anew each time, and not while building, when there is no database.
  await connection()
  try {
    await checkHealth(deps())
    return Response.json({ status: 'ok' })
  } catch (error) {
    deps().logger.error({ err: error }, 'health check failed')
    return Response.json({ status: 'database unreachable' }, { status: 503 })
  }
}
