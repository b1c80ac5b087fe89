import Link from 'next/link'
import type { ComponentProps } from 'react'

/** A link to a personal page: it is made for each request, so it is not fetched ahead of the click. */
export function QuietLink(props: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...props} />
}
