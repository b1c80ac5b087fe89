import { join } from 'node:path'
import { DATA_DIR } from '../paths'

/** Everything that the benchmark keeps between runs: loaded databases, files, the empty app. */
export const BENCH_DIR = join(DATA_DIR, 'bench')
