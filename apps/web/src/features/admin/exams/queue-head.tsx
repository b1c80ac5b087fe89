import { NavTabs } from '@archway/ui/nav-tabs'
import { PageHeader } from '@archway/ui/page-header'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

/** Title of a queue of the board, and the way between what waits and what is decided. */
export async function QueueHead({
  queue,
  path,
  isOpen,
}: {
  queue: 'appealQueue' | 'accommodations'
  path: string
  isOpen: boolean
}) {
  const t = await getTranslations(`adminExams.${queue}`)
  return (
    <>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-6"
      />
      <div className="mb-5">
        <NavTabs
          label={t('tabs')}
          linkComponent={Link}
          items={[
            { href: path, label: t('open'), current: isOpen },
            { href: `${path}?show=decided`, label: t('decided'), current: !isOpen },
          ]}
        />
      </div>
    </>
  )
}
