import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { promisify } from 'node:util'
import { codeOf } from '../files/failures'

/** What tells one running process from all others, also from one that got its number later. */
export interface ProcessIdentity {
  /** The machine, by an id that outlasts a change of its name where there is one. */
  readonly machine: string
  readonly pid: number
  /** When it was started, as the system says it; `null` where the system does not. */
  readonly started: string | null
}

/** This process. */
export async function ownIdentity(): Promise<ProcessIdentity> {
  return { machine: await machineId(), pid: process.pid, started: await startOf(process.pid) }
}

/**
 * Whether a process is gone for certain. Of a process on another machine, or where the start cannot
 * be asked and the number is in use, it is not certain.
 */
export async function isGone({ machine, pid, started }: ProcessIdentity): Promise<boolean> {
  if (machine !== (await machineId())) return false
  if (!isRunning(pid)) return true
  const now = await startOf(pid)
  return started !== null && now !== null && now !== started
}

/** Signal 0 asks without sending; a process of another user answers EPERM. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}

/** machine-id(5); elsewhere the name has to do. */
async function machineId(): Promise<string> {
  const id = await readFile('/etc/machine-id', 'utf8').catch(() => '')
  return id.trim() === '' ? hostname() : id.trim()
}

async function startOf(pid: number): Promise<string | null> {
  if (process.platform === 'linux') return startOnLinux(pid)
  return process.platform === 'darwin' ? startOnMac(pid) : null
}

/** Field 22 of proc_pid_stat(5), in ticks since boot, with the boot's own id. */
async function startOnLinux(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A process that has ended and was not yet asked for by its parent is gone.
    if (fields[0] === 'Z' || fields[0] === 'X') return 'ended'
    return `${fields[19]}@${boot.trim()}`
  } catch {
    return null
  }
}

async function startOnMac(pid: number): Promise<string | null> {
  try {
    return (await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)])).stdout.trim()
  } catch {
    return null
  }
}
