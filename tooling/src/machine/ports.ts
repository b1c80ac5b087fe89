import { createServer } from 'node:net'

/** Why a port of the loopback interface cannot be used; `null` when it can. */
export async function portProblem(port: number): Promise<'taken' | 'forbidden' | null> {
  const server = createServer()
  try {
    await new Promise<void>((done, fail) => {
      server.once('error', fail)
      server.listen({ port, host: '127.0.0.1', exclusive: true }, done)
    })
    return null
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') return 'taken'
    if (code === 'EACCES') return 'forbidden'
    throw error
  } finally {
    await new Promise((done) => server.close(done))
  }
}

/** Different free ports of the loopback interface, all held until the last one is found. */
export async function findFreePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  try {
    return await Promise.all(
      servers.map(
        (server) =>
          new Promise<number>((done, fail) => {
            server.once('error', fail)
            server.listen(0, '127.0.0.1', () => {
              const address = server.address()
              if (address === null || typeof address === 'string') fail(new Error('No port.'))
              else done(address.port)
            })
          }),
      ),
    )
  } finally {
    await Promise.all(servers.map((server) => new Promise((done) => server.close(done))))
  }
}
