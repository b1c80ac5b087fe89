import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { roomPath } from '@/features/exams/paths'
import { RoomEntrance } from '@/features/exams/room/room-entrance'
import { MessagesFor } from '@/lib/messages-for'

/** Made for each request; the questions come one by one, to this tab alone. */
export const instant = false

type Props = { params: Promise<{ attemptId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exams.room')
  return { title: t('title'), robots: { index: false } }
}

export default async function SittingPage({ params }: Props) {
  const { attemptId } = await params
  await requireMember(roomPath(attemptId))
  return (
    <MessagesFor namespaces={['exams', 'examItem']}>
      <RoomEntrance attemptId={attemptId} />
    </MessagesFor>
  )
}
