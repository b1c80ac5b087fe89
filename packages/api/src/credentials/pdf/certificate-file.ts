import type { Deps } from '../../shared/deps'
import { getPdfBytes } from '../../shared/pdf-bytes'
import { qrTextOf } from '../images/qr'
import { credentialUrls } from '../rules/addresses'
import { certificateFileKey } from '../rules/file-key'
import { achievementContent } from '../schema'
import { renderCertificate } from './render-certificate'

/**
 * Draws the PDF of a credential and keeps it; nothing is kept of one whose name was erased, also
 * meanwhile. Safe to repeat: what is kept stays, and drawn again it is the same file.
 */
export async function keepCertificate(
  { db, files, appUrl }: Pick<Deps, 'db' | 'files' | 'appUrl'>,
  credentialId: string,
): Promise<void> {
  const key = certificateFileKey(credentialId)
  if (await getPdfBytes(files, key)) return
  const row = await db.credential.findUniqueOrThrow({
    where: { id: credentialId },
    select: {
      subjectName: true,
      document: true,
      licenseNumber: true,
      validFrom: true,
      validUntil: true,
      issuer: { select: { provider: { select: { name: true } } } },
      achievement: { select: { content: true } },
    },
  })
  const { subjectName, document } = row
  if (subjectName === null || document === null) return
  const content = achievementContent.parse(row.achievement.content)
  const bytes = await renderCertificate({
    kind: content.kind,
    name: subjectName,
    title: content.name,
    issuer: row.issuer.provider.name,
    licenseNumber: row.licenseNumber,
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    pageUrl: credentialUrls.page(appUrl, credentialId),
    qrText: qrTextOf(appUrl, credentialId),
    document,
  })
  await files.put(key, bytes, { contentType: 'application/pdf' })
  const isErased = { where: { id: credentialId, document: null } }
  if ((await db.credential.count(isErased)) > 0) await files.delete(key)
}
