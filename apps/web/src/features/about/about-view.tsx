import { Breadcrumb } from '@archway/ui/breadcrumb'
import { Container } from '@archway/ui/container'
import { NavTabs } from '@archway/ui/nav-tabs'
import { PageHeader } from '@archway/ui/page-header'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { contactAddress } from '@/lib/contact'
import { type AboutPage, aboutPageNames, aboutPages, aboutPath, aboutValues } from './pages'

const to = (href: string) => (chunks: ReactNode) => (
  <Link href={href} prefetch={false}>
    {chunks}
  </Link>
)

/** What may stand in the texts of the message catalogue. */
const tags = {
  p: (chunks: ReactNode) => <p>{chunks}</p>,
  b: (chunks: ReactNode) => <strong>{chunks}</strong>,
  ul: (chunks: ReactNode) => <ul>{chunks}</ul>,
  li: (chunks: ReactNode) => <li>{chunks}</li>,
  orders: to('/account/orders'),
  account: to('/account'),
  refunds: to('/about/refunds'),
}

/** One of the pages about the site itself. */
export async function AboutView({ page }: { page: AboutPage }) {
  const t = await getTranslations('about')
  const values = aboutValues(page)
  const text = (key: string) => t.rich(`${page}.${key}` as 'overview.lead', { ...tags, ...values })
  const address = contactAddress()
  return (
    <Container size="content" className="py-10 sm:py-14">
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={t('breadcrumb')}
            linkComponent={Link}
            items={[{ label: t('home'), href: '/' }, { label: t(`${page}.tab`) }]}
          />
        }
        title={t(`${page}.title`)}
        description={text('lead')}
      />
      <NavTabs
        label={t('nav')}
        className="mt-8"
        linkComponent={Link}
        items={aboutPageNames.map((name) => ({
          href: aboutPath(name),
          label: t(`${name}.tab`),
          current: name === page,
        }))}
      />
      <div className="prose mt-10">
        {aboutPages[page].map((part) => (
          <section key={part} aria-labelledby={part} className="prose mt-12 first:mt-0">
            <h2 id={part}>{text(`${part}.title`)}</h2>
            {text(`${part}.body`)}
          </section>
        ))}
        <hr />
        <p className="text-muted-foreground">
          {t.rich('contact', { address: () => <a href={`mailto:${address}`}>{address}</a> })}
        </p>
      </div>
    </Container>
  )
}
