import { NotFoundState } from '@/features/shell/not-found-state'
import { SiteFooter } from '@/features/shell/site-footer'
import { SiteHeader } from '@/features/shell/site-header'

/** For addresses that no part of the site knows; each part has its own for what it does not have. */
export default function NotFound() {
  return (
    <>
      <SiteHeader />
      <main id="main">
        <NotFoundState />
      </main>
      <SiteFooter />
    </>
  )
}
