import { Container } from '@archway/ui/container'
import { ThemeToggle } from '@archway/ui/theme-toggle'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

const columns = [
  {
    title: 'footer.explore',
    links: [
      ['/catalogue', 'nav.catalogue'],
      ['/catalogue?kind=certification', 'nav.certifications'],
      ['/certifications/compare', 'footer.compare'],
      ['/bundles', 'nav.bundles'],
      ['/membership', 'nav.membership'],
      ['/guides', 'nav.guides'],
      ['/providers', 'nav.providers'],
    ],
  },
  {
    title: 'footer.learn',
    links: [
      ['/learning', 'nav.learning'],
      ['/account/orders', 'nav.orders'],
      ['/account', 'nav.account'],
    ],
  },
  {
    title: 'footer.company',
    links: [
      ['/about', 'footer.about'],
      ['/verify', 'footer.verify'],
      ['/about/refunds', 'footer.refunds'],
      ['/about/privacy', 'footer.privacy'],
      ['/about/terms', 'footer.terms'],
    ],
  },
] as const

export async function SiteFooter() {
  const t = await getTranslations('common')
  return (
    <footer className="mt-24 border-border border-t bg-surface print:hidden">
      <Container size="wide" className="py-12">
        <div className="grid gap-10 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr]">
          <div className="max-w-sm">
            <p className="font-display text-xl">{t('tagline')}</p>
            <p className="mt-3 text-muted-foreground text-sm">{t('footer.note')}</p>
          </div>
          {columns.map((column) => (
            <nav key={column.title} aria-label={t(column.title)}>
              <h2 className="font-medium text-sm">{t(column.title)}</h2>
              <ul className="mt-3 space-y-1 text-sm">
                {column.links.map(([href, label]) => (
                  <li key={href}>
                    <Link
                      href={href}
                      prefetch={false}
                      className="inline-block py-1 text-muted-foreground no-underline hover:text-foreground hover:underline"
                    >
                      {t(label)}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          ))}
        </div>
        <div className="mt-10 flex flex-wrap items-center justify-between gap-4 border-border border-t pt-6 text-muted-foreground text-sm">
          <p>{t('brand')}</p>
          <ThemeToggle
            labels={{
              group: t('theme.group'),
              light: t('theme.light'),
              dark: t('theme.dark'),
              system: t('theme.system'),
            }}
          />
        </div>
      </Container>
    </footer>
  )
}
