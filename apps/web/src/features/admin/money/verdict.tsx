import { Alert } from '@archway/ui/alert'
import { useTranslations } from 'next-intl'
import { checksOf, isUnused, type MoneyHealth } from './health'

/** The page in one sentence: green when every count is zero. */
export function Verdict({ health }: { health: MoneyHealth }) {
  const t = useTranslations('adminMoney.verdict')
  if (isUnused(health)) return <Alert title={t('unused')}>{t('unusedText')}</Alert>
  const odd = checksOf(health).filter((check) => !check.isFine).length
  return odd === 0 ? (
    <Alert variant="success" title={t('fine')}>
      {t('fineText')}
    </Alert>
  ) : (
    <Alert variant="warning" title={t('odd', { count: odd })}>
      {t('oddText')}
    </Alert>
  )
}
