/**
 * The one parameter value that exists while the site is built. Pages that read data are cached whole
 * but must not be made at build time, when there may be no database: their `generateStaticParams`
 * lists only this value, for which they answer "not found" without reading anything (it is no slug). Every real
 * value is made on its first visit and kept until its cache tag expires.
 */
export const buildParam = '_build'
