/** What a person has to do before set-up can go on, in one sentence; anything else that is thrown is a bug. */
export class SetUpProblem extends Error {}

/**
 * Run `work` as a program: a problem is one line on standard error and exit code 1.
 *
 * @param {() => Promise<number>} work answers the exit code
 */
export async function runAsProgram(work) {
  try {
    process.exitCode = await work()
  } catch (error) {
    if (!(error instanceof SetUpProblem)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
