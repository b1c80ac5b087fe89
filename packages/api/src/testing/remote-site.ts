import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'

/** A certificate for `university.example` that only tests trust, and its key, which guards nothing. */
export const certificate = `-----BEGIN CERTIFICATE-----
MIIBrzCCAVagAwIBAgIUVKzd1lMXzTDZ+FQkhr/uWYC0EQswCgYIKoZIzj0EAwIw
HTEbMBkGA1UEAwwSdW5pdmVyc2l0eS5leGFtcGxlMCAXDTI2MTEyNDAzMTY1MloY
DzIxMjYxMDMxMDMxNjUyWjAdMRswGQYDVQQDDBJ1bml2ZXJzaXR5LmV4YW1wbGUw
WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAReMS1Jei9CfR3V2S/E9v1N6wkYrXlF
4oHU0rp2Q9TZenDGC3lunjY5o3272CMxaBfWUJY9Wdot7AMAnoTYMtfAo3IwcDAd
BgNVHQ4EFgQUiRxDikVaqnw2D0QzYDB3u5/N99MwHwYDVR0jBBgwFoAUiRxDikVa
qnw2D0QzYDB3u5/N99MwDwYDVR0TAQH/BAUwAwEB/zAdBgNVHREEFjAUghJ1bml2
ZXJzaXR5LmV4YW1wbGUwCgYIKoZIzj0EAwIDRwAwRAIgYbrS2mQcE6qeaZQY6+KB
fRgdOeLIdfkCnIfdSfJSN14CICbpFYqix7zZtPDqM3VNbL6cmJmtbn4fY7kkqrKu
91+i
-----END CERTIFICATE-----`
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgqZSmOeZRT7PiQNoS
83Dw2tIf2XMWkhBV959e8R4dYaKhRANCAAReMS1Jei9CfR3V2S/E9v1N6wkYrXlF
4oHU0rp2Q9TZenDGC3lunjY5o3272CMxaBfWUJY9Wdot7AMAnoTYMtfA
-----END PRIVATE KEY-----`

/** A site of somebody else, with TLS, on this machine. `origin` is what it is called from outside. */
export async function startRemoteSite(listener: RequestListener) {
  const server = createServer({ key, cert: certificate }, listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `https://university.example:${port}`,
    did: `did:web:university.example%3A${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
