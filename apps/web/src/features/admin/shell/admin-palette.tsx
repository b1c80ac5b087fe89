'use client'

import { Button } from '@archway/ui/button'
import { CommandPalette } from '@archway/ui/command-palette'
import { Icon } from '@archway/ui/icon'
import { Kbd } from '@archway/ui/kbd'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

/** Go anywhere by typing: pages at once, and a search of people, orders and offerings. */
export function AdminPalette({
  pages,
  searches,
}: {
  pages: { href: string; label: string }[]
  /** lists that what was typed can be searched in */
  searches: { href: string; label: string }[]
}) {
  const t = useTranslations('admin.palette')
  const router = useRouter()
  const [isOpen, setIsOpen] = useState(false)
  const [search, setSearch] = useState('')
  const go = (href: string) => {
    setIsOpen(false)
    setSearch('')
    router.push(href)
  }
  const typed = search.trim().toLowerCase()
  const found = pages.filter((page) => page.label.toLowerCase().includes(typed))
  return (
    <>
      <Button
        variant="secondary"
        size="sm"
        onClick={() => setIsOpen(true)}
        className="gap-3 text-muted-foreground"
      >
        <Icon name="search" className="size-4" />
        <span className="max-sm:sr-only">{t('open')}</span>
        <Kbd className="max-sm:hidden">{t('key')}</Kbd>
      </Button>
      <CommandPalette
        open={isOpen}
        onOpenChange={setIsOpen}
        search={search}
        onSearchChange={setSearch}
        labels={{
          title: t('title'),
          placeholder: t('placeholder'),
          empty: t('empty'),
          loading: t('loading'),
        }}
        groups={[
          {
            heading: t('pages'),
            items: found.map((page) => ({
              id: page.href,
              label: page.label,
              onSelect: () => go(page.href),
            })),
          },
          {
            heading: t('search'),
            items: typed
              ? searches.map((list) => ({
                  id: `search:${list.href}`,
                  label: t('searchIn', { list: list.label, text: search.trim() }),
                  onSelect: () =>
                    go(`${list.href}?${new URLSearchParams({ search: search.trim() })}`),
                }))
              : [],
          },
        ].filter((group) => group.items.length > 0)}
      />
    </>
  )
}
