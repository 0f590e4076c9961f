import { loadavg } from 'node:os'
import { measureResolving } from './resolving'

const [only = 'all'] = process.argv.slice(2)

if (only === 'all' || only === 'resolving') {
  console.log(`Resolving (load ${loadavg()[0]?.toFixed(1)})\n`)
  console.log(`${measureResolving().join('\n')}\n`)
}
