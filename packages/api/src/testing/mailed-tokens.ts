import type { Db } from '@archway/db/client'

/** The secrets of all links that were mailed to an address with one template, oldest first. */
export async function mailedTokens(db: Db, recipient: string, template: string): Promise<string[]> {
  const mails = await db.mailMessage.findMany({
    where: { recipient, template },
    orderBy: { id: 'asc' },
  })
  return mails.map(({ params }) => {
    const token = new URL((params as { url: string }).url).searchParams.get('token')
    if (!token) throw new Error('the link has no token')
    return token
  })
}
