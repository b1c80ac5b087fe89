const DEMO_PASSWORD = 'archway-demo-1'

const cookiesOf = (response: Response) =>
  response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')

/**
 * Signs in as the form does, as if from `address`. Returns the cookies to send along. Throws when nobody
 * was let in.
 */
export async function signIn(url: string, email: string, address = '127.0.0.1'): Promise<string> {
  const first = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = (await first.json()) as { csrfToken: string }
  const response = await fetch(`${url}/api/auth/callback/password`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      cookie: cookiesOf(first).join('; '),
      'x-forwarded-for': address,
    },
    body: new URLSearchParams({ csrfToken, email, password: DEMO_PASSWORD }),
  })
  const cookies = cookiesOf(response).filter((cookie) => cookie.includes('session-token'))
  if (cookies.length === 0) throw new Error(`${email} could not sign in (${response.status})`)
  return cookies.join('; ')
}
