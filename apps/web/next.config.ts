import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'
import { catalogueParameters } from './src/features/catalog/search/catalogue-parameters'

/**
 * Sent with every answer. Inline scripts are allowed because public pages are cached whole, so no
 * nonce can be put into them; nothing that a person writes is ever rendered as a script.
 */
const securityHeaders = [
  {
    key: 'Content-Security-Policy',
    value: [
      "default-src 'self'",
      `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob: https:",
      "media-src 'self'",
      "font-src 'self'",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
  },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
  { key: 'X-Frame-Options', value: 'DENY' },
]

/** Stored files run nothing, whatever is in them: they came from outside. */
const fileHeaders = [
  {
    key: 'Content-Security-Policy',
    value: "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
  },
]

/** Read by path when a picture is drawn. */
const pictureFonts = './node_modules/@fontsource/*/files/*-latin*-500-normal.woff'

const config: NextConfig = {
  // Each running server serves a copy of the build of its own (see tooling/src/stack/web-build.ts).
  distDir: process.env.ARCHWAY_BUILD_DIR ?? '.next',
  cacheComponents: true,
  partialPrefetching: true,
  // Would render every page that depends on its request a second time and send that along, for the
  // browser to keep: twice the work and twice the bytes, for pages that are mostly seen once.
  experimental: { cachedNavigations: false },
  reactCompiler: true,
  typedRoutes: false,
  poweredByHeader: false,
  transpilePackages: ['@archway/api', '@archway/db', '@archway/ui'],
  serverExternalPackages: [
    '@node-rs/argon2',
    '@redis/client',
    'flydrive',
    'graphile-worker',
    'pg',
    'pino',
    'prom-client',
    'sharp',
  ],
  // Read by path when a social image is drawn, so the tracer cannot see them.
  outputFileTracingIncludes: {
    '/og/**': [pictureFonts],
    '/credentials/**': [pictureFonts],
    '/api/achievements/**': [pictureFonts],
  },
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    // of two rules that set one header the later wins, and both win over what a route answers
    { source: '/(media|api/lessons|api/documents)/:path*', headers: fileHeaders },
  ],
  // Index pages have no parameter of their own. They are given one (see lib/build-param.ts), so that
  // they are made on their first visit, when there is a database, and not while building.
  rewrites: async () => ({
    // Before the page of the same address, which answers queries: without one it is always the same.
    beforeFiles: [
      {
        source: '/catalogue',
        missing: catalogueParameters.map((key) => ({ type: 'query', key })),
        destination: '/catalogue-first/en',
      },
    ],
    afterFiles: [
      { source: '/', destination: '/home/en' },
      { source: '/bundles', destination: '/bundles-index/en' },
      { source: '/guides', destination: '/guides-index/en' },
      { source: '/providers', destination: '/providers-index/en' },
      { source: '/about', destination: '/about/overview' },
    ],
    fallback: [],
  }),
}

export default createNextIntlPlugin('./src/lib/i18n.ts')(config)
