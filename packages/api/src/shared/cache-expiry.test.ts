import { describe, expect, it } from 'vitest'
import { readCacheExpiry, signCacheExpiry } from './cache-expiry'

const secret = 'a-secret-of-at-least-32-characters!'
const now = new Date('2026-06-01T12:00:00Z')
const body = JSON.stringify({ tags: ['catalog'], at: now.getTime() })

describe('cache expiry messages', () => {
  it('are read when the signature is right and the message is fresh', () => {
    const read = (text: string) => readCacheExpiry(text, signCacheExpiry(text, secret), secret, now)
    expect(read(body)).toEqual({ tags: ['catalog'], isRelayed: false })
    const relayed = JSON.stringify({ ...JSON.parse(body), isRelayed: true })
    expect(read(relayed)).toEqual({ tags: ['catalog'], isRelayed: true })
  })

  it('are refused with another secret, another body or a cut signature', () => {
    const signature = signCacheExpiry(body, secret)
    expect(readCacheExpiry(body, signCacheExpiry(body, `${secret}x`), secret, now)).toBeNull()
    expect(readCacheExpiry(body.replace('catalog', 'guides'), signature, secret, now)).toBeNull()
    expect(readCacheExpiry(body, signature.slice(1), secret, now)).toBeNull()
  })

  it('are refused when they are older than a minute', () => {
    const later = new Date(now.getTime() + 61_000)
    expect(readCacheExpiry(body, signCacheExpiry(body, secret), secret, later)).toBeNull()
  })
})
