import { checkHealth } from '@archway/api/shared/health'
import { deps } from '@/lib/deps'

/** 200 when the site can answer: it runs and reaches its database. */
export async function GET() {
  try {
    await checkHealth(deps())
    return Response.json({ status: 'ok' })
  } catch (error) {
    deps().logger.error({ err: error }, 'health check failed')
    return Response.json({ status: 'database unreachable' }, { status: 503 })
  }
}
