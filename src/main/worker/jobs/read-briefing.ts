export { readBriefing } from '../../import/read-briefing'
