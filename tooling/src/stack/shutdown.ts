export type Shutdown = {
  isUnderWay: () => boolean
  /** Never settles: the process ends first. */
  finished: () => Promise<never>
}

const PARENT_CHECK_MS = 500

/**
 * Runs `work` once, on the first of Ctrl-C, SIGTERM, a closed terminal, or the end of the npm that
 * started us, and then ends the process with `exitCode`. A second Ctrl-C ends it at once; what
 * still runs then notices by itself.
 */
export function onShutdown(exitCode: number, work: (reason: string) => Promise<void>): Shutdown {
  let isUnderWay = false
  const begin = (reason: string) => {
    if (isUnderWay) process.exit(exitCode)
    isUnderWay = true
    work(reason).then(
      () => process.exit(exitCode),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', () => begin(''))
  process.on('SIGTERM', () => begin(''))
  process.on('SIGHUP', () => begin(': the terminal was closed'))
  // Nobody may read any more what we write; that is no reason to fall over.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid
    setInterval(() => {
      if (process.ppid !== parent && !isUnderWay) begin(': npm has ended')
    }, PARENT_CHECK_MS).unref()
  }
  return { isUnderWay: () => isUnderWay, finished: () => new Promise<never>(() => {}) }
}
