import { EmptyState } from '@archway/ui/empty-state'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AppealCard } from '@/features/admin/exams/appeal-card'
import { QueueHead } from '@/features/admin/exams/queue-head'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminExams.appealQueue'))('title') }
}

type Props = { searchParams: Promise<{ show?: string | string[] }> }

/** Appeals against results, the nearest due date first. */
export default async function AppealsPage({ searchParams }: Props) {
  const member = await requireStaff('exam.decide', '/admin/exams/appeals')
  const isOpen = (await searchParams).show !== 'decided'
  const appeals = await (await api()).exams.adminAppeals({ isOpen })
  const t = await getTranslations('adminExams.appealQueue')
  const formats = formatsFor(member)
  return (
    <MessagesFor namespaces={['adminExams']}>
      <QueueHead queue="appealQueue" path="/admin/exams/appeals" isOpen={isOpen} />
      {appeals.length === 0 ? (
        <EmptyState title={t(isOpen ? 'none' : 'noneDecided')} />
      ) : (
        <div className="grid gap-5">
          {appeals.map((appeal) => (
            <AppealCard key={appeal.id} appeal={appeal} formats={formats} />
          ))}
        </div>
      )}
    </MessagesFor>
  )
}
