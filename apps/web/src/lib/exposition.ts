import type { Metric } from '@archway/api/payments/reads/metrics'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'

/** Memory, event loop and garbage collection of this process, from its first question on. */
const ownProcess = new Registry()
collectDefaultMetrics({ register: ownProcess })

/**
 * The metrics in Prometheus' text format, with those of this process
 * (https://prometheus.io/docs/instrumenting/exposition_formats/).
 */
export async function exposition(
  metrics: readonly Metric[],
): Promise<{ contentType: string; text: string }> {
  const registry = new Registry()
  for (const { name, help, values } of metrics) {
    // What is not known is absent, not zero.
    if (values.length === 0) continue
    const labelNames = Object.keys(values[0]?.labels ?? {})
    const gauge = new Gauge({ name, help, labelNames, registers: [registry] })
    for (const { labels, value } of values) gauge.set(labels, value)
  }
  const merged = Registry.merge([registry, ownProcess])
  return { contentType: merged.contentType, text: await merged.metrics() }
}
