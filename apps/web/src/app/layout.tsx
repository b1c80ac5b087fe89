import '@fontsource-variable/inter/wght.css'
import '@fontsource/newsreader/400.css'
import '@fontsource/newsreader/500.css'
import { themeScript } from '@archway/ui/theme'
import type { Metadata, Viewport } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FailureWordsProvider } from '@/features/shell/failure-words'
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
  const t = await getTranslations('common')
  return (
    <html lang={await getLocale()} suppressHydrationWarning>
      <head>
        {/* Our own constant: sets the theme before the first paint. */}
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>
        {/* Client components get no other words from here: what needs some is put in <MessagesFor>. */}
        <FailureWordsProvider
          words={{
            title: t('failure.title'),
            description: t('failure.description'),
            code: t('failure.code'),
            retry: t('actions.retry'),
          }}
        >
          {children}
        </FailureWordsProvider>
      </body>
    </html>
  )
}
