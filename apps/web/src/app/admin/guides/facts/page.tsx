import { Button } from '@archway/ui/button'
import { Checkbox } from '@archway/ui/checkbox'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { LinkButton } from '@archway/ui/link-button'
import { PageHeader } from '@archway/ui/page-header'
import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { FactTable } from '@/features/admin/guides/fact-table'
import { GuideTabs } from '@/features/admin/guides/guide-tabs'
import { requireStaff } from '@/features/admin/require-staff'
import { firstValues, type SearchParams } from '@/features/admin/table/list-query'
import { api } from '@/lib/trpc-server'

/** Made for each request: staff only. */
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adminCatalog.guides.facts'))('title') }
}

export default async function FactsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireStaff('guide.edit', '/admin/guides/facts')
  const query = firstValues(await searchParams)
  const facts = await (await api()).careers.adminFacts({
    q: (query.search ?? '').slice(0, 200),
    onlyOverdue: query.overdue === '1',
  })
  const t = await getTranslations('adminCatalog.guides.facts')
  const table = await getTranslations('admin.table')
  return (
    <>
      <PageHeader
        variant="compact"
        title={t('title')}
        description={t('description')}
        className="mb-4"
        actions={
          <LinkButton href="/admin/guides/facts/new" linkComponent={Link}>
            {t('new')}
          </LinkButton>
        }
      />
      <GuideTabs current="facts" />
      <form action="/admin/guides/facts" className="mb-4 flex flex-wrap items-end gap-4">
        <Field label={t('search')} className="min-w-56 flex-1">
          <Input type="search" name="search" defaultValue={query.search ?? ''} />
        </Field>
        <Checkbox
          name="overdue"
          value="1"
          defaultChecked={query.overdue === '1'}
          label={t('onlyOverdue')}
        />
        <Button type="submit" variant="secondary">
          {table('apply')}
        </Button>
      </form>
      <p className="mb-3 text-muted-foreground text-sm">{t('count', { count: facts.length })}</p>
      <FactTable facts={facts} />
    </>
  )
}
