import type { useTranslations } from 'next-intl'

/** Minutes as people say them: "45 min", "2 h", "1 h 20 min". */
export function lessonTime(
  minutes: number,
  t: ReturnType<typeof useTranslations<'catalog.offering'>>,
): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return t('minutes', { count: rest })
  return rest === 0 ? t('hours', { count: hours }) : t('hoursMinutes', { hours, minutes: rest })
}
