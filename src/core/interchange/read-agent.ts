import { type Faults, isAddress, isObject, type JsonObject, listOf, shown } from './faults'
import { faultWords } from './fault-words'

/** The names of people or programs (Web Annotation Data Model, section 3.3.2): as they are named, else their address. */
export function readAgents(object: JsonObject, property: string, faults: Faults): string {
  return listOf(object[property])
    .flatMap((agent) => readAgent(agent, property, faults))
    .join(', ')
}

function readAgent(agent: unknown, property: string, faults: Faults): readonly string[] {
  if (typeof agent === 'string') {
    if (!isAddress(agent)) faults.add(faultWords.notAddress(`its ${property}`, shown(agent)))
    return [agent.toWellFormed()]
  }
  if (!isObject(agent)) {
    faults.add(faultWords.notResource(`its ${property}`, shown(agent)))
    return []
  }
  const name = ['name', 'nickname', 'email', 'id']
    .flatMap((key) => listOf(agent[key]))
    .find((value) => typeof value === 'string' && value.trim() !== '')
  return typeof name === 'string' ? [name.toWellFormed().trim()] : []
}
