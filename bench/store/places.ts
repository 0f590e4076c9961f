import { join } from 'node:path'

/** Where the libraries of this bench lie: beside the project, on its disk. */
export const FOLDER = join(process.env['BENCH_FOLDER'] ?? '.', 'libraries')

/** The folders of one library and of the device that opens it. */
export function places(name: string): { root: string; config: string; cache: string } {
  const folder = join(FOLDER, name)
  return { root: join(folder, 'library'), config: join(FOLDER, 'config'), cache: join(folder, 'cache') }
}
