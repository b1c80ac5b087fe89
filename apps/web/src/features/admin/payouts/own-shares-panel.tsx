import { useTranslations } from 'next-intl'
import type { Formats } from '@/lib/formats'
import type { AdminOutput } from '../admin-output'
import { Panel } from '../panel'
import { percentText } from '../providers/percent-text'
import { ShareRuleList } from './share-rule-list'

type Terms = AdminOutput['providers']['ownShares'][number]

/** What share of sales a provider gets, and what was agreed beside it. */
export function OwnSharesPanel({ terms, formats }: { terms: Terms; formats: Formats }) {
  const t = useTranslations('adminPayouts.shares')
  return (
    <Panel
      title={`${t('title')}, ${terms.provider}`}
      description={t('description')}
      action={
        <span className="font-semibold tabular-nums">
          {t('percent', { percent: percentText(terms.usualBps) })}
        </span>
      }
    >
      <ShareRuleList rules={terms.rules} formats={formats} />
    </Panel>
  )
}
