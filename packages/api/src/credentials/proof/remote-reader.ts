import { lookup as systemLookup } from 'node:dns/promises'
import { request } from 'node:https'
import { isIP } from 'node:net'
import { isPublicAddress } from './public-address'

/** Reads what somebody else publishes; null for everything that cannot be had or must not be asked. */
export type RemoteReader = (url: string) => Promise<Buffer | null>

const maxBytes = 2_000_000

type Address = { address: string; family: number }
type Surroundings = {
  /** every address of a name */
  lookup?: (host: string) => Promise<Address[]>
  isAllowed?: (address: string) => boolean
  /** certificates to trust instead of the usual ones */
  ca?: string
  patienceMs?: number
}

/**
 * Reads documents of strangers whose addresses came from strangers, so that nothing inside of our network can be
 * reached by it: https alone, by name and not by number, every address of the name public, and the connection
 * made to the very address that was looked at. No redirect is followed, nothing unpacked, no cookie or
 * credential sent; at most two megabytes in five seconds. Never throws.
 */
export function createRemoteReader(surroundings: Surroundings = {}): RemoteReader {
  const { lookup = allAddresses, isAllowed = isPublicAddress, ca } = surroundings
  const { patienceMs = 5000 } = surroundings
  return async (text) => {
    const url = askable(text)
    if (!url) return null
    const signal = AbortSignal.timeout(patienceMs)
    try {
      const addresses = await Promise.race([lookup(url.hostname), failing(signal)])
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => isAllowed(address))) return null
      return await read(url, first, { signal, ca })
    } catch {
      return null
    }
  }
}

const allAddresses = (host: string) => systemLookup(host, { all: true })

const failing = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('too slow')), { once: true })
  })

/** An https address with a name of at least two parts and nothing of a login in it. */
function askable(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return null
  const host = url.hostname
  const isNumber = isIP(host.replace(/^\[|\]$/g, '')) !== 0
  return isNumber || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) ? null : url
}

function read(
  url: URL,
  { address, family }: Address,
  { signal, ca }: { signal: AbortSignal; ca: string | undefined },
): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        signal,
        ca,
        agent: false,
        maxHeaderSize: 16_384,
        headers: { accept: 'application/json, */*;q=0.1', 'accept-encoding': 'identity' },
        // The name is not looked up again: it could have another address by now.
        lookup: (_host, options, answer) =>
          options.all ? answer(null, [{ address, family }]) : answer(null, address, family),
      },
      (response) => {
        const { statusCode, headers } = response
        const isPacked = (headers['content-encoding'] ?? 'identity') !== 'identity'
        if (statusCode !== 200 || isPacked) {
          response.destroy()
          return resolve(null)
        }
        const chunks: Buffer[] = []
        let size = 0
        response.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size <= maxBytes) return chunks.push(chunk)
          response.destroy()
          resolve(null)
        })
        response.on('end', () => resolve(Buffer.concat(chunks)))
        response.on('error', reject)
      },
    )
    asked.on('error', reject)
    asked.end()
  })
}
