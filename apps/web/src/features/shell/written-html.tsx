import { useTranslations } from 'next-intl'
import { scrollingHtml } from '@/lib/scrolling-html'

/**
 * What an editor wrote, as long reading. The HTML was sanitised when it was saved (shared/html in
 * packages/api); wide tables and code scroll by themselves.
 */
export function WrittenHtml({
  html,
  id,
  className = 'prose',
}: {
  html: string
  id?: string
  className?: string
}) {
  const t = useTranslations('common')
  return (
    <div
      id={id}
      className={className}
      dangerouslySetInnerHTML={{ __html: scrollingHtml(html, t('table')) }}
    />
  )
}
