import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What the stand-in says of a number, the letters of its country first. */
export type ViesBook = Record<string, 'valid' | 'invalid' | 'down'>

/**
 * A stand-in for the Commission's register on the loopback interface, with the answers of its REST
 * interface. What is not in the book is not valid; `asked` are the bodies that came in.
 */
export async function startVies(book: ViesBook) {
  const asked: Record<string, string>[] = []
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await text(request)) as Record<string, string>
    asked.push(body)
    const verdict = book[`${body.countryCode}${body.vatNumber}`] ?? 'invalid'
    response.setHeader('content-type', 'application/json')
    if (verdict === 'down') {
      response.statusCode = 500
      response.end(
        JSON.stringify({ actionSucceed: false, errorWrappers: [{ error: 'MS_UNAVAILABLE' }] }),
      )
      return
    }
    response.end(
      JSON.stringify({
        countryCode: body.countryCode,
        vatNumber: body.vatNumber,
        requestDate: '2026-06-01T12:00:00.000Z',
        valid: verdict === 'valid',
        requestIdentifier: body.requesterNumber && verdict === 'valid' ? 'WAPIAAAAY0000001' : '',
        name: verdict === 'valid' ? 'Beispiel GmbH' : '---',
        address: '---',
      }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/rest-api`,
    asked,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  }
}
