import { createHash, timingSafeEqual } from 'node:crypto'
import { collectMetrics } from '@archway/api/payments/reads/metrics'
import { connection } from 'next/server'
import { env } from '@/env'
import { deps } from '@/lib/deps'
import { exposition } from '@/lib/exposition'

/** Figures for monitoring, for whoever says the token. Without a token the address does not exist. */
export async function GET(request: Request) {
  await connection()
  const { metricsToken } = env()
  if (!metricsToken) return new Response(null, { status: 404 })
  if (!isSame(request.headers.get('authorization') ?? '', `Bearer ${metricsToken}`)) {
    return new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer' } })
  }
  const { db, livemode, clock } = deps()
  const { contentType, text } = await exposition(await collectMetrics(db, livemode, clock.now()))
  return new Response(text, {
    headers: { 'content-type': contentType, 'cache-control': 'no-store' },
  })
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Takes as long for a nearly right token as for a wrong one. */
const isSame = (given: string, expected: string) => timingSafeEqual(digest(given), digest(expected))
