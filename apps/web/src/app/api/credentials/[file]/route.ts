import { awaitCertificate } from '@archway/api/credentials/commands/await-certificate'
import { bakePng } from '@archway/api/credentials/images/bake'
import { getAchievement } from '@archway/api/credentials/reads/achievement'
import { getCredentialDocument } from '@archway/api/credentials/reads/documents'
import { DomainError } from '@archway/api/shared/errors'
import { drawBadge } from '@/features/social-image/badge'
import { deps } from '@/lib/deps'
import { messages } from '@/lib/messages'
import { notPublished, publishedFile, publishedResponse } from '@/lib/published'

type Context = { params: Promise<{ file: string }> }

const fileName = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(json|pdf|png)$/

/**
 * A credential to take along: the signed document byte for byte (.json), as a PDF with it inside (.pdf), and as a
 * badge with it baked in (.png).
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const [, id, kind] = fileName.exec((await params).file) ?? []
  const found = id === undefined ? null : await getCredentialDocument(deps().db, id)
  if (id === undefined || found === null) return notPublished()
  if (found === 'erased') return notPublished(410)
  if (kind === 'json') return publishedResponse(found.document, 'application/vc+ld+json', 60)
  if (kind === 'png') {
    const png = bakePng(await badgeOf(found.achievementId), found.document)
    return publishedFile(png, 'image/png', `${found.licenseNumber}.png`)
  }
  try {
    const pdf = await awaitCertificate(deps(), id)
    return publishedFile(pdf, 'application/pdf', `${found.licenseNumber}.pdf`)
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'unavailable') throw error
    return new Response(messages.errors['document-not-ready'], {
      status: 503,
      headers: { 'Retry-After': '5', 'Content-Type': 'text/plain; charset=utf-8' },
    })
  }
}

async function badgeOf(achievementId: string): Promise<Uint8Array> {
  const achievement = await getAchievement(deps().db, achievementId)
  if (!achievement) throw new Error(`there is no achievement ${achievementId}`)
  const { content, issuer } = achievement
  const eyebrow = messages.credentials.certificate[content.kind]
  return await drawBadge({ eyebrow, title: content.name, issuer: issuer.name })
}
