export type Shutdown = {
  isUnderWay: () => boolean
  /** Never settles: the process ends first. */
  finished: () => Promise<never>
}

const PARENT_CHECK_MS = 500
/** One Ctrl-C can arrive twice: from the terminal, and passed on by npm. */
const SAME_SIGNAL_MS = 1000

/**
 * Runs `work` once, on the first of Ctrl-C, SIGTERM, a closed terminal, or the end of the npm that
 * started us, and then ends the process with `exitCode`. A second Ctrl-C ends it at once; what
 * still runs then notices by itself.
 */
export function onShutdown(exitCode: number, work: (reason: string) => Promise<void>): Shutdown {
  let beganAt: number | undefined
  const begin = (reason: string) => {
    if (beganAt !== undefined) {
      if (performance.now() - beganAt > SAME_SIGNAL_MS) process.exit(exitCode)
      return
    }
    beganAt = performance.now()
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
      if (process.ppid !== parent && beganAt === undefined) begin(': npm has ended')
    }, PARENT_CHECK_MS).unref()
  }
  return { isUnderWay: () => beganAt !== undefined, finished: () => new Promise<never>(() => {}) }
}
