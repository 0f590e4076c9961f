import { connect } from 'node:net'

/*
 * Run by a second instance: says what stands on standard input to the socket of the first.
 * Exit code 0: it was heard; 3: nobody listens there any more.
 */

const [socket] = process.argv.slice(2)
const connection = connect(socket ?? '')
connection.on('connect', () => process.stdin.pipe(connection))
connection.on('error', (error) => {
  const code = 'code' in error ? error.code : ''
  process.exit(code === 'ECONNREFUSED' || code === 'ENOENT' ? 3 : 0)
})
connection.on('end', () => process.exit(0))
connection.resume()
