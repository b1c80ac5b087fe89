'use client'

import { buttonVariants } from '@archway/ui/button'
import { cn } from '@archway/ui/cn'
import Link from 'next/link'
import { useMe } from './use-me'

type Labels = {
  signIn: string
  signUp: string
  learning: string
  account: string
  admin: string
}

/**
 * Sign in and sign up, or the way to one's own pages. Starts as what a visitor sees, so that the page
 * around it can be cached for everybody; both forms are links that work without JavaScript.
 */
export function AccountLinks({ labels, className }: { labels: Labels; className?: string }) {
  const me = useMe()
  const links = me
    ? [
        ...(me.hasDesk ? [{ href: '/admin', label: labels.admin, variant: 'ghost' as const }] : []),
        { href: '/learning', label: labels.learning, variant: 'ghost' as const },
        { href: '/account', label: labels.account, variant: 'secondary' as const },
      ]
    : [
        { href: '/sign-in', label: labels.signIn, variant: 'ghost' as const },
        { href: '/sign-up', label: labels.signUp, variant: 'primary' as const },
      ]
  return (
    <div className={cn('items-center gap-1.5', className)}>
      {links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          prefetch={false}
          className={buttonVariants({ variant: link.variant, size: 'sm' })}
        >
          {link.label}
        </Link>
      ))}
    </div>
  )
}
