import { deps } from '@/lib/deps'

/** 200 when the site can answer: it runs and reaches its database. */
export async function GET() {
  try {
    await deps().db.$queryRaw`select 1`
    return Response.json({ status: 'ok' })
  } catch (error) {
    deps().logger.error({ err: error }, 'health check failed')
    return Response.json({ status: 'database unreachable' }, { status: 503 })
  }
}
