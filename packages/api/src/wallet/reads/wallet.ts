import type { DbOrTx } from '@archway/db/client'
import { achievementContent } from '../../credentials/schema'
import { listSchemes } from '../../schemes/reads/schemes'
import { dayOf } from '../../schemes/rules/calendar'
import { daysOf } from '../rules/renewal-calendar'
import type { WalletEntry } from '../schema'

/**
 * Everything that somebody holds, newest first: credentials of ours that are valid or suspended, and what they say they
 * hold of others. The schemes of the catalogue say when each is to be renewed.
 */
export async function listWallet(
  db: DbOrTx,
  userId: string,
  appUrl: string,
): Promise<WalletEntry[]> {
  const [own, told] = await Promise.all([
    db.credential.findMany({
      where: { userId, state: { in: ['valid', 'suspended'] } },
      select: {
        id: true,
        licenseNumber: true,
        validFrom: true,
        validUntil: true,
        issuer: { select: { provider: { select: { name: true } } } },
        achievement: {
          select: { content: true, offering: { select: { slug: true, kind: true } } },
        },
      },
    }),
    db.heldCertification.findMany({
      where: { userId },
      include: { offering: { select: { slug: true } } },
    }),
  ])
  const slugs = [
    ...own.flatMap(({ achievement: { offering } }) => offering?.slug ?? []),
    ...told.flatMap(({ offering }) => offering?.slug ?? []),
  ]
  const schemes = slugs.length === 0 ? [] : await listSchemes(db, slugs)
  const schemeOf = (slug: string | null) =>
    schemes.find((scheme) => scheme.slug === slug)?.document ?? null
  const entries = [
    ...own.map((row): WalletEntry => {
      const { offering, content } = row.achievement
      const slug = offering?.kind === 'certification' ? offering.slug : null
      const earnedOn = dayOf(row.validFrom)
      return {
        id: row.id,
        kind: 'own',
        title: achievementContent.parse(content).name,
        issuer: row.issuer.provider.name,
        number: row.licenseNumber,
        url: `${appUrl}/credentials/${row.id}`,
        slug,
        earnedOn,
        // What is signed without an end has none, whatever the scheme says by now.
        ...(row.validUntil === null
          ? { validUntil: null, opensOn: null, closesOn: null }
          : daysOf(earnedOn, dayOf(row.validUntil), schemeOf(slug))),
      }
    }),
    ...told.map((row): WalletEntry => {
      const slug = row.offering?.slug ?? null
      const earnedOn = dayOf(row.earnedOn)
      const { id, title, issuer, number, url } = row
      const ownEnd = row.validUntil === null ? null : dayOf(row.validUntil)
      return {
        ...{ id, kind: 'told', title, issuer, number, url, slug, earnedOn },
        ...daysOf(earnedOn, ownEnd, schemeOf(slug)),
      }
    }),
  ]
  return entries.sort((a, b) => b.earnedOn.localeCompare(a.earnedOn) || a.id.localeCompare(b.id))
}
