'use client'

import { Button } from '@archway/ui/button'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { Popover, PopoverContent, PopoverTrigger } from '@archway/ui/popover'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { deleteSavedView, saveCurrentView } from './actions'

/** Views of this list that the reader has saved: links, and a small form to keep the current one. */
export function SavedViews({
  table,
  path,
  query,
  views,
}: {
  table: string
  path: string
  query: string
  views: { id: string; name: string; query: string }[]
}) {
  const t = useTranslations('admin.table')
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="sm">
          {t('views', { count: views.length })}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="start" className="grid w-80 gap-4 p-4">
        {views.length > 0 ? (
          <ul className="grid gap-1">
            {views.map((view) => (
              <li key={view.id} className="flex items-center justify-between gap-2">
                <Link href={view.query ? `${path}?${view.query}` : path} className="truncate">
                  {view.name}
                </Link>
                <form action={deleteSavedView}>
                  <input type="hidden" name="id" value={view.id} />
                  <input type="hidden" name="path" value={path} />
                  <Button type="submit" variant="ghost" size="sm">
                    {t('deleteView')}
                    <span className="sr-only">{view.name}</span>
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-muted-foreground text-sm">{t('noViews')}</p>
        )}
        <form action={saveCurrentView} className="flex items-end gap-2">
          <input type="hidden" name="table" value={table} />
          <input type="hidden" name="query" value={query} />
          <input type="hidden" name="path" value={path} />
          <Field label={t('viewName')} className="flex-1">
            <Input name="name" required maxLength={60} />
          </Field>
          <Button type="submit" variant="secondary">
            {t('saveView')}
          </Button>
        </form>
      </PopoverContent>
    </Popover>
  )
}
