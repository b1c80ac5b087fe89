'use client'

import { Avatar } from '@archway/ui/avatar'
import { Button } from '@archway/ui/button'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@archway/ui/dropdown-menu'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { leave } from './actions'

/** Who is signed in, and the ways out of the dashboard. */
export function AccountMenu({ name, email }: { name: string; email: string }) {
  const t = useTranslations('admin.account')
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon" aria-label={t('open', { name })}>
          <Avatar name={name} size="sm" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent className="w-64">
        <div className="px-2 py-1.5 text-sm">
          <p className="truncate font-medium">{name}</p>
          <p className="truncate text-muted-foreground">{email}</p>
        </div>
        <DropdownMenuSeparator />
        <DropdownMenuItem asChild>
          <Link href="/" className="no-underline">
            {t('toSite')}
          </Link>
        </DropdownMenuItem>
        <DropdownMenuItem asChild>
          <Link href="/account" className="no-underline">
            {t('settings')}
          </Link>
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <form action={leave}>
          <DropdownMenuItem asChild onSelect={(event) => event.preventDefault()}>
            <button type="submit" className="w-full">
              {t('leave')}
            </button>
          </DropdownMenuItem>
        </form>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
