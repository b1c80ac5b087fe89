import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/newsreader/wght.css'
import { themeScript } from '@archway/ui/theme'
import type { Metadata, Viewport } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { messages } from '@/lib/messages'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  return {
    title: { default: `${t('brand')}: ${t('tagline')}`, template: `%s · ${t('brand')}` },
    description: t('tagline'),
  }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf9f7' },
    { media: '(prefers-color-scheme: dark)', color: '#141311' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()} suppressHydrationWarning>
      <head>
        {/* Our own constant: sets the theme before the first paint. */}
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>
        {/* Client components get these words only; a feature that needs more brings its own provider. */}
        <NextIntlClientProvider messages={{ common: messages.common, errors: messages.errors }}>
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
