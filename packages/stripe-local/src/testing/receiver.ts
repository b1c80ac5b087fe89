import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Stripe from 'stripe'

export interface Received {
  event: Stripe.Event
  body: string
  signature: string
  at: number
}

/** A webhook endpoint that verifies with the SDK and answers what the test wants. */
export class Receiver {
  readonly received: Received[] = []
  readonly rejected: string[] = []
  /** Status codes for the next deliveries; 200 once they are used up. */
  answers: number[] = []
  private readonly server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      const signature = String(request.headers['stripe-signature'] ?? '')
      try {
        const event = this.stripe.webhooks.constructEvent(body, signature, this.secret)
        const status = this.answers.shift() ?? 200
        if (status < 300) this.received.push({ event, body, signature, at: Date.now() })
        response.writeHead(status).end()
      } catch (error) {
        this.rejected.push(error instanceof Error ? error.message : String(error))
        response.writeHead(400).end()
      }
    })
  })
  private readonly stripe = new Stripe('sk_test_receiver')

  constructor(readonly secret: string) {}

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/webhook`
  }

  get types(): string[] {
    return this.received.map(({ event }) => event.type)
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }
}
