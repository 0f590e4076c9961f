import type { Problem } from '#core/problem/problem'

/** What main asks of the worker. */
export interface JobRequest {
  readonly id: number
  readonly job: string
  readonly input: unknown
}

/**
 * What the worker answers: the value, a problem that the person should hear of, or `bug` with the
 * stack of anything else that was thrown.
 */
export type JobResponse =
  | { readonly id: number; readonly kind: 'value'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'problem'; readonly problem: Problem }
  | { readonly id: number; readonly kind: 'bug'; readonly stack: string }
