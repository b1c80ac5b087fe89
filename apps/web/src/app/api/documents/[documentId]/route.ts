import { awaitDocumentFile } from '@archway/api/documents/commands/await-document-file'
import { requireDocumentFile } from '@archway/api/documents/reads/order-documents'
import { documentIdInput } from '@archway/api/documents/schema'
import { DomainError, notFound } from '@archway/api/shared/errors'
import { getTranslations } from 'next-intl/server'
import { currentActor } from '@/auth/actor'
import { deps } from '@/lib/deps'

const statuses: Partial<Record<DomainError['kind'], number>> = { not_found: 404, unavailable: 503 }

type Context = { params: Promise<{ documentId: string }> }

async function answer({ params }: Context): Promise<Response> {
  const input = documentIdInput.safeParse(await params)
  if (!input.success) throw notFound('document')
  const file = await requireDocumentFile(deps().db, await currentActor(), input.data.documentId)
  const bytes = await awaitDocumentFile(deps(), file)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${file.fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

/** The PDF of an invoice or a credit note, for who bought and for staff; to others there is none. */
export async function GET(_: Request, context: Context): Promise<Response> {
  try {
    return await answer(context)
  } catch (error) {
    const status = error instanceof DomainError ? statuses[error.kind] : undefined
    if (error instanceof DomainError && status) {
      const t = await getTranslations('errors')
      return new Response(t(error.reason as 'not-found', error.details as { noun: string }), {
        status,
        headers: {
          'Content-Type': 'text/plain; charset=utf-8',
          'Cache-Control': 'private, no-store',
          ...(status === 503 ? { 'Retry-After': '5' } : {}),
        },
      })
    }
    deps().logger.error({ err: error }, 'document file failed')
    return new Response('internal', { status: 500 })
  }
}
