import { type ChildProcess, spawn } from 'node:child_process'

// Waits for its input to close, which the system does when the parent is gone however it ended,
// then ends the process group, by force after five seconds.
const SCRIPT = `cat > /dev/null
kill -s "$2" -- "-$1" || exit 0
tries=0
while kill -s 0 -- "-$1" && [ $tries -lt 50 ]; do tries=$((tries + 1)); sleep 0.1; done
kill -s KILL -- "-$1"`

/**
 * Ties a child that leads its own process group (spawned with `detached`) to the life of this
 * process: even after `kill -9` of this process, the child's group is ended. Costs one `sh` and
 * one `cat`, which go away with the child.
 */
export function guardProcess(child: ChildProcess, signal: 'INT' | 'TERM'): void {
  if (child.pid === undefined) return
  const guard = spawn('sh', ['-c', SCRIPT, 'guard', String(child.pid), signal], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.unref()
  const input = guard.stdin
  if (input && 'unref' in input && typeof input.unref === 'function') input.unref()
  child.once('exit', () => {
    if (guard.pid === undefined) return
    try {
      process.kill(-guard.pid, 'SIGKILL')
    } catch {
      // It had ended already.
    }
  })
}
