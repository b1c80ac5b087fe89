import { loadDocumentFile } from '../documents/pdf/document-file'
import type { Deps } from '../shared/deps'
import { renderMail } from './mail/render'
import type { MailAttachment, Mailer } from './mailer'
import type { MailTemplates } from './schema'

/**
 * Sends one mail that was decided on. Safe to repeat: a mail that was sent is left alone. A crash
 * between SMTP's answer and the note of it sends it again, with the same Message-ID.
 */
export async function sendRequestedMail(
  deps: Pick<Deps, 'db' | 'clock' | 'appUrl' | 'files'>,
  mailer: Mailer,
  { mailId }: { mailId: string },
): Promise<void> {
  const { db, clock, appUrl } = deps
  const mail = await db.mailMessage.findUnique({ where: { id: mailId } })
  if (!mail || mail.sentAt) return
  try {
    const template = mail.template as keyof MailTemplates
    const content = await renderMail(template, mail.params as MailTemplates[typeof template], {
      appUrl,
    })
    const attachments = await Promise.all(mail.documentIds.map((id) => attachmentOf(deps, id)))
    await mailer.send({ id: mail.id, to: mail.recipient, ...content, attachments })
  } catch (error) {
    await db.mailMessage.update({
      where: { id: mailId },
      data: {
        attempts: { increment: 1 },
        lastError: error instanceof Error ? error.message : String(error),
      },
    })
    throw error
  }
  await db.mailMessage.updateMany({
    where: { id: mailId, sentAt: null },
    data: { sentAt: clock.now(), attempts: { increment: 1 }, lastError: null },
  })
}

async function attachmentOf(
  deps: Pick<Deps, 'db' | 'files'>,
  documentId: string,
): Promise<MailAttachment> {
  const { fileName, bytes } = await loadDocumentFile(deps, documentId)
  return { filename: fileName, content: bytes, contentType: 'application/pdf' }
}
