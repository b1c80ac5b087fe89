import { requireEvidence } from '@archway/api/credentials/reads/name-changes'
import { evidenceType } from '@archway/api/credentials/rules/evidence'
import { DomainError } from '@archway/api/shared/errors'
import { z } from 'zod'
import { currentActor } from '@/auth/actor'
import { deps } from '@/lib/deps'
import { notPublished } from '@/lib/published'

type Context = { params: Promise<{ id: string }> }

const extensions = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' } as const

/** The evidence of a holder who asks for another name, for staff that decides: as a download, never kept. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const id = z.uuid().safeParse((await params).id)
  if (!id.success) return notPublished()
  try {
    const key = await requireEvidence(deps().db, await currentActor(), id.data)
    const bytes = await deps().files.getBytes(key)
    const type = evidenceType(bytes) ?? 'application/pdf'
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': type,
        'Content-Disposition': `attachment; filename="evidence.${extensions[type]}"`,
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  } catch (error) {
    if (error instanceof DomainError) return notPublished()
    throw error
  }
}
