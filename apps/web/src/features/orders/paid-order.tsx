import type { LinePurpose } from '@archway/api/orders/schema/cart-item'
import { Container } from '@archway/ui/container'
import { EmptyState } from '@archway/ui/empty-state'
import { Icon } from '@archway/ui/icon'
import { LinkButton } from '@archway/ui/link-button'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { api } from '@/lib/trpc-server'

type Line = { purpose: LinePurpose; slug: string; title: string }
type Door = { href: string; label: string }

/** The exams that were bought, each with whether its page would let the buyer begin this minute. */
async function boughtExams(lines: readonly Line[]) {
  const { exams } = await api()
  return await Promise.all(
    lines
      .filter(({ purpose }) => purpose === 'exam_attempt')
      .map(async ({ slug, title }) => {
        const { may } = await exams.prepare({ slug })
        return { slug, title, mayStart: may.ok }
      }),
  )
}

/**
 * What a paid order of a member's has opened: courses to take, exams to sit, seats and gifts to hand out. An
 * exam is said to be open only when its own page says so.
 */
export async function PaidOrder({
  order: { number, lines },
  seeOrder,
}: {
  order: { number: number; lines: readonly Line[] }
  seeOrder: ReactNode
}) {
  const t = await getTranslations('orders')
  const exams = await boughtExams(lines)
  const hasAccess = lines.some(({ purpose }) => purpose === 'access')
  const isForOthers = lines.some(({ purpose }) => purpose === 'seats' || purpose === 'gift')
  const doors: Door[] = [
    ...(hasAccess ? [{ href: '/learning', label: t('return.start') }] : []),
    ...exams.map(({ slug, title }) => ({
      href: `/exams/${slug}`,
      label: exams.length === 1 ? t('return.toExam') : t('return.toExamOf', { title }),
    })),
    ...(exams.length > 0 ? [{ href: '/account/exams', label: t('return.toExams') }] : []),
    ...(isForOthers ? [{ href: '/account/teams', label: t('return.toSeats') }] : []),
  ]
  const canSit = exams.length > 0 && exams.every(({ mayStart }) => mayStart)
  const title = hasAccess
    ? t('return.paidTitle')
    : exams.length > 0 && !isForOthers
      ? t(canSit ? 'return.examTitle' : 'return.voucherTitle')
      : t('return.boughtTitle')
  return (
    <Container size="content" className="py-16 sm:py-24">
      <EmptyState
        headingLevel={1}
        icon={<Icon name="success" />}
        title={title}
        description={
          <>
            {t('return.paidDescription', { number })}
            {exams.length > 0 ? (
              <span className="mt-2 block">
                {t(canSit ? 'return.examDescription' : 'return.voucherDescription', {
                  count: exams.length,
                })}
              </span>
            ) : null}
          </>
        }
        actions={
          <>
            {doors.map(({ href, label }, index) => (
              <LinkButton
                key={href}
                href={href}
                linkComponent={Link}
                variant={index === 0 ? 'primary' : 'secondary'}
              >
                {label}
              </LinkButton>
            ))}
            {seeOrder}
          </>
        }
      />
    </Container>
  )
}
