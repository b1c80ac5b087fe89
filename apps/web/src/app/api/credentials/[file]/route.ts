import { awaitCertificate } from '@archway/api/credentials/commands/await-certificate'
import { issueJwt } from '@archway/api/credentials/commands/issue-jwt'
import { bakePng, bakeSvg } from '@archway/api/credentials/images/bake'
import { getAchievement } from '@archway/api/credentials/reads/achievement'
import { getBundle } from '@archway/api/credentials/reads/bundle'
import { getCredentialDocument } from '@archway/api/credentials/reads/documents'
import { DomainError } from '@archway/api/shared/errors'
import { drawBadge } from '@/features/social-image/badge'
import { deps } from '@/lib/deps'
import { messages } from '@/lib/messages'
import { notPublished, publishedFile, publishedResponse } from '@/lib/published'

type Context = { params: Promise<{ file: string }> }

const fileName = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(json|jwt|pdf|png|svg|zip)$/

/**
 * A credential to take along: the signed document byte for byte (.json), the same as a JSON Web Token (.jwt), a PDF
 * with it inside (.pdf), a badge with it baked in (.png, .svg), and all that a check without us needs (.zip).
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const [, id, kind] = fileName.exec((await params).file) ?? []
  const found = id === undefined ? null : await getCredentialDocument(deps().db, id)
  if (id === undefined || found === null) return notPublished()
  if (found === 'erased') return notPublished(410)
  if (kind === 'json') return publishedResponse(found.document, 'application/vc+ld+json', 60)
  if (kind === 'jwt') {
    const jwt = await issueJwt(deps(), id)
    return jwt === null ? notPublished(410) : publishedResponse(jwt, 'text/plain', 60)
  }
  if (kind === 'zip') {
    const bundle = await getBundle(deps().db, id, deps().clock.now())
    if (bundle === null) return notPublished(410)
    return publishedFile(bundle, 'application/zip', `${found.licenseNumber}.zip`)
  }
  if (kind === 'png' || kind === 'svg') {
    const badge = await badgeOf(found.achievementId)
    const name = `${found.licenseNumber}.${kind}`
    if (kind === 'png') return publishedFile(bakePng(badge, found.document), 'image/png', name)
    const svg = bakeSvg(pictureAround(badge), found.document)
    return publishedFile(Buffer.from(svg), 'image/svg+xml', name)
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

/** The badge inside of an SVG: it looks the same everywhere, whatever typefaces there are. */
const pictureAround = (png: Uint8Array) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" width="800" height="800"><image width="800" height="800" href="data:image/png;base64,${Buffer.from(png).toString('base64')}"/></svg>`

async function badgeOf(achievementId: string): Promise<Uint8Array> {
  const achievement = await getAchievement(deps().db, achievementId)
  if (!achievement) throw new Error(`there is no achievement ${achievementId}`)
  const { content, issuer } = achievement
  const eyebrow = messages.credentials.certificate[content.kind]
  return await drawBadge({ eyebrow, title: content.name, issuer: issuer.name })
}
