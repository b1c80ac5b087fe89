import { usualAccommodationDay } from '@archway/api/exams/rules/accommodation-end'
import { EmptyState } from '@archway/ui/empty-state'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccommodationCard } from '@/features/admin/exams/accommodation-card'
import { QueueHead } from '@/features/admin/exams/queue-head'
import { requireStaff } from '@/features/admin/require-staff'
import { formatsFor } from '@/lib/formats'
import { MessagesFor } from '@/lib/messages-for'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminExams.accommodations'))('title') }
}

type Props = { searchParams: Promise<{ show?: string | string[] }> }

/** What candidates need to sit an exam on equal terms, the oldest request first. */
export default async function AccommodationsPage({ searchParams }: Props) {
  const member = await requireStaff('exam.decide', '/admin/exams/accommodations')
  const isOpen = (await searchParams).show !== 'decided'
  const requests = await (await api()).exams.adminAccommodations({ isOpen })
  const t = await getTranslations('adminExams.accommodations')
  const formats = formatsFor(member)
  return (
    <MessagesFor namespaces={['adminExams']}>
      <QueueHead queue="accommodations" path="/admin/exams/accommodations" isOpen={isOpen} />
      {requests.length === 0 ? (
        <EmptyState title={t(isOpen ? 'none' : 'noneDecided')} />
      ) : (
        <div className="grid gap-5">
          {requests.map((request) => (
            <AccommodationCard
              key={request.id}
              request={request}
              usualDay={usualAccommodationDay(new Date())}
              formats={formats}
            />
          ))}
        </div>
      )}
    </MessagesFor>
  )
}
