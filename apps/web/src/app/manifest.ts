import type { MetadataRoute } from 'next'
import { messages } from '@/lib/messages'

/** Lets the site be put on a home screen. The colours are --background of the light theme. */
export default function manifest(): MetadataRoute.Manifest {
  const { brand, tagline } = messages.common
  return {
    name: brand,
    short_name: brand,
    description: tagline,
    start_url: '/',
    display: 'browser',
    background_color: '#faf8f4',
    theme_color: '#faf8f4',
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/apple-icon.png', type: 'image/png', sizes: '180x180' },
    ],
  }
}
