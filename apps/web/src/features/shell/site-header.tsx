import { Container } from '@archway/ui/container'
import { Icon } from '@archway/ui/icon'
import { getTranslations } from 'next-intl/server'
import { AccountLinks } from './account-links'
import { BrandMark } from './brand-mark'
import { CartLink } from './cart-link'
import { HeaderSearch } from './header-search'
import { IntentLink } from './intent-link'

/**
 * With a query the catalogue is another page than without one (next.config.ts): on one of them the router
 * would ask ahead for parts of the other that do not exist.
 */
const links = [
  { href: '/catalogue', key: 'catalogue', prefetch: false },
  { href: '/catalogue?kind=certification', key: 'certifications', prefetch: false },
  { href: '/guides', key: 'guides', prefetch: undefined },
  { href: '/providers', key: 'providers', prefetch: undefined },
  { href: '/membership', key: 'membership', prefetch: false },
] as const

/** The top of every public page. The same bytes for everybody: what is personal loads afterwards. */
export async function SiteHeader() {
  const t = await getTranslations('common')
  const accountLabels = {
    signIn: t('nav.signIn'),
    signUp: t('nav.signUp'),
    learning: t('nav.learning'),
    account: t('nav.account'),
    admin: t('nav.admin'),
  }
  return (
    <header className="border-border border-b bg-background print:hidden">
      <Container size="wide" className="flex h-16 items-center gap-4 xl:gap-6">
        <IntentLink
          href="/"
          className="flex items-center gap-2.5 font-semibold text-foreground text-lg tracking-tight no-underline"
        >
          <BrandMark className="size-6" />
          {t('brand')}
        </IntentLink>
        <nav aria-label={t('nav.label')} className="hidden xl:block">
          <ul className="flex">
            {links.map((link) => (
              <li key={link.key}>
                <IntentLink
                  href={link.href}
                  prefetch={link.prefetch}
                  className="block whitespace-nowrap rounded-md px-2.5 py-2 text-muted-foreground text-sm no-underline hover:bg-muted hover:text-foreground"
                >
                  {t(`nav.${link.key}`)}
                </IntentLink>
              </li>
            ))}
          </ul>
        </nav>
        <HeaderSearch
          label={t('nav.search')}
          className="ms-auto hidden w-44 md:block lg:w-64 xl:w-44 2xl:w-64"
        />
        <div className="ms-auto flex items-center gap-1 md:ms-0">
          <CartLink label={t('nav.cart')} />
          <AccountLinks labels={accountLabels} className="hidden sm:flex" />
          <details className="group relative xl:hidden">
            <summary
              aria-label={t('nav.openMenu')}
              className="grid size-11 cursor-pointer list-none place-items-center rounded-md hover:bg-muted [&::-webkit-details-marker]:hidden"
            >
              <Icon name="menu" className="size-5 group-open:hidden" />
              <Icon name="x" className="hidden size-5 group-open:block" />
            </summary>
            <div className="absolute end-0 z-40 mt-2 w-72 rounded-lg border border-border bg-surface-raised p-3 shadow-lg">
              <HeaderSearch label={t('nav.search')} className="mb-2 md:hidden" />
              <nav aria-label={t('nav.label')}>
                <ul>
                  {links.map((link) => (
                    <li key={link.key}>
                      <IntentLink
                        href={link.href}
                        prefetch={link.prefetch}
                        className="block rounded-md px-3 py-2.5 text-foreground no-underline hover:bg-muted"
                      >
                        {t(`nav.${link.key}`)}
                      </IntentLink>
                    </li>
                  ))}
                </ul>
              </nav>
              <AccountLinks
                labels={accountLabels}
                className="mt-2 flex flex-wrap border-border border-t pt-3 sm:hidden"
              />
            </div>
          </details>
        </div>
      </Container>
    </header>
  )
}
