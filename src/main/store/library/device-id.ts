import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { type DocumentType, emptyDocument } from '#core/store/document'
import { DEVICE_PATTERN } from '#core/store/file-name'
import { problemOf, ReaderError } from '#core/problem/reader-error'
import { DocumentFile, type Surroundings } from '../documents/document-file'
import { deviceBeginsAnew } from '../documents/notices'
import { OwnedDocument } from '../documents/owned-document'
import { checksumOf } from '../files/checksum'
import { writing } from '../files/failures'
import { makeFolders } from './make-folders'

interface DeviceContent {
  /** Of the machine that made the file. */
  readonly id: string
  /** The ids of all machines that have used these settings, by what tells the machines apart. */
  readonly machines?: Readonly<Record<string, string>>
}

const DeviceId = v.pipe(v.string(), v.regex(DEVICE_PATTERN))
const DeviceSchema = v.looseObject({
  id: DeviceId,
  machines: v.exactOptional(v.record(v.string(), DeviceId))
})

const DEVICE: DocumentType<DeviceContent | null> = {
  kind: 'device',
  fits: (content): content is DeviceContent => v.is(DeviceSchema, content),
  empty: null
}

/**
 * The id of this device, made and kept on first use. It stands in the names of all files that this
 * device writes, so it must not change and no other device may have it: it is random, and it lies
 * with the person's settings, outside every library. Settings that were copied to another machine, or
 * that lie in a home folder on a server, have an id for each machine.
 */
export async function deviceId(
  configFolder: string,
  around: Surroundings,
  machine = machineName()
): Promise<string> {
  const { files } = around
  await writing({ library: configFolder, path: configFolder }, () => makeFolders(files, configFolder))
  const path = join(configFolder, 'device.json')
  const file = new DocumentFile(path, DEVICE, around)
  const known = await read(file, around)
  if (known === null) return firstId(file, machine, { configFolder, around })
  const { machines } = known
  const own = machines === undefined ? known.id : machines[machine]
  if (own !== undefined && machines !== undefined) return own
  const id = own ?? newId()
  const document = new OwnedDocument({ path, type: DEVICE, device: id, around })
  const kept = document.update((content) => withMachine(content ?? known, machine, id))
  // Settings that cannot be written were made on this machine: it has always been able to read them.
  return own === undefined ? kept.then(() => id) : kept.catch(() => undefined).then(() => id)
}

async function firstId(
  file: DocumentFile<DeviceContent | null>,
  machine: string,
  { configFolder, around }: { readonly configFolder: string; readonly around: Surroundings }
): Promise<string> {
  const id = newId()
  const content = { id, machines: { [machine]: id } }
  await file.create({ ...emptyDocument<DeviceContent | null>(DEVICE, id), sequence: 1, content })
  const kept = await read(file, around)
  if (kept === null) throw new ReaderError({ code: 'library-not-saved', path: configFolder })
  return kept.machines?.[machine] ?? kept.id
}

function withMachine(content: DeviceContent, machine: string, id: string): DeviceContent {
  return { ...content, machines: { ...content.machines, [machine]: id } }
}

function newId(): string {
  return randomBytes(8).toString('hex')
}

/**
 * What tells this machine from others: systemd's machine id (machine-id(5)) where there is one, else
 * the host's name without the part that a network gives it. Only a digest of it is kept.
 */
function machineName(): string {
  const name = machineId() ?? hostname().split('.')[0] ?? ''
  return checksumOf(name).slice(0, 16)
}

function machineId(): string | null {
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim() || null
  } catch {
    return null
  }
}

/** With both copies damaged the device takes a new id: its old files are then another device's. */
async function read(
  file: DocumentFile<DeviceContent | null>,
  { warn }: Surroundings
): Promise<DeviceContent | null> {
  try {
    return (await file.read())?.content ?? null
  } catch (error) {
    if (problemOf(error).code !== 'library-damaged') throw error
    warn(deviceBeginsAnew(file.path))
    return null
  }
}
