import { Badge } from '@archway/ui/badge'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { percentText } from '../providers/percent-text'

export type ShareRuleRow = AdminOutput['providers']['ownShares'][number]['rules'][number]

const variants = { holds: 'success', later: 'info', ended: 'neutral' } as const

/** Shares that were agreed, the newest first. `actionOf` puts a button beside each. */
export function ShareRuleList({
  rules,
  formats,
  actionOf,
}: {
  rules: ShareRuleRow[]
  formats: Pick<Formats, 'date'>
  actionOf?: (rule: ShareRuleRow) => ReactNode
}) {
  const t = useTranslations('adminPayouts.shares')
  if (rules.length === 0) return <p className="text-muted-foreground text-sm">{t('none')}</p>
  const timeOf = ({ validFrom, validTo }: ShareRuleRow) =>
    validTo
      ? t('fromTo', { from: formats.date(validFrom), to: formats.date(validTo) })
      : t('from', { date: formats.date(validFrom) })
  return (
    <ul className="divide-y divide-border text-sm">
      {rules.map((rule) => (
        <li key={rule.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
          <div className="min-w-0 flex-1">
            <p className="font-medium">
              {t('percent', { percent: percentText(rule.shareBps) })}
              {' · '}
              {rule.offering ?? t('everything')}
              {rule.isOwnCoupon ? `, ${t('ownCoupon')}` : null}
            </p>
            <p className="text-muted-foreground">{timeOf(rule)}</p>
          </div>
          <Badge variant={variants[rule.standing]}>{t(`standing.${rule.standing}`)}</Badge>
          {actionOf?.(rule)}
        </li>
      ))}
    </ul>
  )
}
