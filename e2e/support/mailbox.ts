import { expect } from '@playwright/test'

type Mail = {
  id: string
  subject: string
  html: string
  text: string
  to: { address: string }[]
  attachments?: { generatedFileName: string }[]
}

function mailUrl(): string {
  const url = process.env.E2E_MAIL_URL
  if (!url) throw new Error('E2E_MAIL_URL is not set: run the tests with npm test -- e2e')
  return url
}

/** The newest mail to an address whose subject contains `subject`; waits for the worker to send it. */
export async function waitForMail(address: string, subject: string): Promise<Mail> {
  let found: Mail | undefined
  await expect
    .poll(
      async () => {
        const response = await fetch(new URL('/api/email', mailUrl()))
        const mails = (await response.json()) as Mail[]
        found = mails
          .filter((mail) => mail.to.some((to) => to.address === address))
          .filter((mail) => mail.subject.includes(subject))
          .at(-1)
        return found !== undefined
      },
      { message: `a mail "${subject}" to ${address}`, timeout: 20_000 },
    )
    .toBe(true)
  if (!found) throw new Error('the poll above has found it')
  return found
}

/** The files that came with a mail. */
export async function attachmentsOf(mail: Mail): Promise<Buffer[]> {
  return await Promise.all(
    (mail.attachments ?? []).map(async ({ generatedFileName }) => {
      const path = `/api/email/${mail.id}/attachment/${encodeURIComponent(generatedFileName)}`
      const response = await fetch(new URL(path, mailUrl()))
      if (!response.ok) throw new Error(`no attachment ${generatedFileName}: ${response.status}`)
      return Buffer.from(await response.arrayBuffer())
    }),
  )
}

/** The first link of a mail whose path contains `path`. */
export function linkIn(mail: Mail, path: string): string {
  const links = mail.text.match(/https?:\/\/[^\s"<>\])]+/g) ?? []
  const link = links.find((candidate) => candidate.includes(path))
  if (!link) throw new Error(`no link to ${path} in the mail "${mail.subject}"`)
  return link
}
