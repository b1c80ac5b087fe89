/**
 * Message keys are plain strings to the compiler: with thousands of them their union is more than it
 * can represent. That each key exists is checked by tooling/src/structure/message-keys.test.ts.
 */
declare module 'next-intl' {
  interface AppConfig {
    Locale: 'en'
  }
}

export {}
