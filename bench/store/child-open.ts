import { open } from './open'

/** Open a library and list it, as a window does first. */
const library = await open(process.argv[2] ?? '')
await library.list()
await library.close()
