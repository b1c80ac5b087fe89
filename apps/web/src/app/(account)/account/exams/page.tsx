import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/actor'
import { AccountPage } from '@/features/accounts/account-page'
import { MyExams } from '@/features/exams/mine/my-exams'
import { formatsFor } from '@/lib/formats'
import { api } from '@/lib/trpc-server'

/** Made for each request, complete without JavaScript. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exams.mine'))('title'), robots: { index: false } }
}

/** Exam vouchers, sittings and results. */
export default async function MyExamsPage() {
  const member = await requireMember('/account/exams')
  const { exams } = await api()
  const [vouchers, sittings, accommodations] = await Promise.all([
    exams.myVouchers(),
    exams.mySittings(),
    exams.myAccommodations(),
  ])
  const t = await getTranslations('exams.mine')
  return (
    <AccountPage current="exams" title={t('title')} description={t('description')}>
      <MyExams
        vouchers={vouchers}
        sittings={sittings}
        accommodations={accommodations}
        formats={formatsFor(member)}
      />
    </AccountPage>
  )
}
