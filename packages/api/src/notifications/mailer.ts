import { createTransport } from 'nodemailer'

export type MailAttachment = { filename: string; content: Buffer; contentType: string }

export type OutgoingMail = {
  id: string
  to: string
  subject: string
  html: string
  text: string
  attachments: MailAttachment[]
}

export type Mailer = { send(mail: OutgoingMail): Promise<void>; close(): void }

/** Sends through SMTP. `from` is a full address such as `Archway <hello@example.org>`. */
export function createMailer(settings: { smtpUrl: string; from: string }): Mailer {
  const transport = createTransport({
    url: settings.smtpUrl,
    pool: true,
    connectionTimeout: 10_000,
    socketTimeout: 20_000,
  })
  const domain = /@([^>\s]+)>?$/.exec(settings.from)?.[1] ?? 'localhost'
  return {
    async send(mail) {
      await transport.sendMail({
        from: settings.from,
        to: mail.to,
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        attachments: mail.attachments,
        messageId: `<${mail.id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => transport.close(),
  }
}
