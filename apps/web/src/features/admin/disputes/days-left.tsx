import { cn } from '@archway/ui/cn'
import { useTranslations } from 'next-intl'

/** From here on it is urgent. */
const urgentDays = 3

/** How long a dispute still waits for an answer. */
export function DaysLeft({ days }: { days: number }) {
  const t = useTranslations('adminDisputes')
  return (
    <span className={cn(days < urgentDays && 'font-medium text-danger')}>
      {days < 0 ? t('pastDue') : t('daysLeft', { days })}
    </span>
  )
}
