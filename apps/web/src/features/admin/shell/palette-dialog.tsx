'use client'

import { type CommandItem, CommandPalette } from '@archway/ui/command-palette'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ApiProvider } from '@/lib/trpc-client'
import { type FoundIn, usePaletteSearch } from './use-palette-search'

type Place = { href: string; label: string }

export type PaletteProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  pages: Place[]
  actions: Place[]
  /** lists that what was typed can be searched in, those of them that the reader may see */
  searches: (Place & { key: FoundIn })[]
}

/** Go anywhere and begin anything by typing; people, orders, offerings and providers are looked up. */
export function PaletteDialog(props: PaletteProps) {
  return (
    <ApiProvider>
      <Palette {...props} />
    </ApiProvider>
  )
}

function Palette({ open, onOpenChange, pages, actions, searches }: PaletteProps) {
  const t = useTranslations('admin.palette')
  const router = useRouter()
  const [search, setSearch] = useState('')
  const typed = search.trim()
  const { found, isLoading } = usePaletteSearch(
    typed,
    searches.map(({ key }) => key),
  )
  const go = (href: string) => {
    onOpenChange(false)
    setSearch('')
    router.push(href)
  }
  const asItem = ({ href, label, hint }: Place & { hint?: string }): CommandItem => ({
    id: href,
    label,
    hint,
    onSelect: () => go(href),
  })
  const fits = ({ label }: Place) => label.toLowerCase().includes(typed.toLowerCase())
  const groups = [
    { heading: t('pages'), items: pages.filter(fits).map(asItem) },
    { heading: t('actions'), items: actions.filter(fits).map(asItem) },
    ...searches.map(({ key, label }) => ({ heading: label, items: found[key].map(asItem) })),
    {
      heading: t('search'),
      items: typed
        ? searches.map((list) =>
            asItem({
              href: `${list.href}?${new URLSearchParams({ search: typed })}`,
              label: t('searchIn', { list: list.label, text: typed }),
            }),
          )
        : [],
    },
  ]
  return (
    <CommandPalette
      open={open}
      onOpenChange={onOpenChange}
      hotkey={null}
      search={search}
      onSearchChange={setSearch}
      loading={isLoading}
      labels={{
        title: t('title'),
        placeholder: t('placeholder'),
        empty: t('empty'),
        loading: t('loading'),
      }}
      groups={groups.filter((group) => group.items.length > 0)}
    />
  )
}
