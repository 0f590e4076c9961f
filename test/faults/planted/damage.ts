import { checksumOf } from '../../../src/main/store/files/checksum'
import { REAL, type Subject } from '../subject'

const FRAMED = /^\{"checksum":"[^"]*","document":(.*)\}\n$/su

/** No checksum: what is read is sealed anew, as if nobody had looked whether it is whole. */
export const NO_CHECKSUM: Subject = {
  ...REAL,
  name: 'no checksum is looked at',
  files: (disk) => ({
    ...disk,
    async read(path) {
      const bytes = await disk.read(path)
      const body = FRAMED.exec(Buffer.from(bytes).toString('latin1'))?.[1]
      if (body === undefined || path.endsWith('.jsonl')) return bytes
      const document = Buffer.from(body, 'latin1')
      return Buffer.concat([
        Buffer.from(`{"checksum":"${checksumOf(document)}","document":`),
        document,
        Buffer.from('}\n')
      ])
    }
  })
}

/** One copy: the second is never written. */
export const ONE_COPY: Subject = {
  ...REAL,
  name: 'there is only one copy of each document',
  files: (disk) => ({
    ...disk,
    async rename(from, to) {
      if (to.endsWith('.copy.json')) return disk.removeFile(from)
      await disk.rename(from, to)
    }
  })
}
