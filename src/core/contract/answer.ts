import * as v from 'valibot'
import { problemOf } from '../problem/reader-error'
import type { Problem } from '../problem/problem'
import type { CallAnswer, ReaderApi, Reply } from './api'
import { calls, type CallName } from './calls'

/**
 * Make `call` of `api` with an input from outside, and turn failure into data.
 *
 * This is the only place that does: an error thrown through `ipcMain.handle` keeps nothing but its
 * message. `onUnexpected` hears of everything that is a bug, with the error itself.
 */
export async function answer<Name extends CallName>(
  api: ReaderApi,
  { call, input, onUnexpected }: { call: Name; input: unknown; onUnexpected: (error: unknown) => void }
): Promise<Reply<CallAnswer<Name>>> {
  const checked = v.safeParse(calls[call], input)
  if (!checked.success) return { ok: false, problem: invalid(checked.issues) }
  try {
    // The compiler cannot see that the schema of `call` and the input of `api[call]` belong together.
    const method = api[call] as unknown as (input: unknown) => Promise<CallAnswer<Name>>
    return { ok: true, value: await method(checked.output) }
  } catch (thrown) {
    const problem = problemOf(thrown)
    if (problem.code === 'unexpected') onUnexpected(thrown)
    return { ok: false, problem }
  }
}

function invalid(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): Problem {
  const [issue] = issues
  const path = v.getDotPath(issue)
  return { code: 'input-invalid', detail: path === null ? issue.message : `${path}: ${issue.message}` }
}
