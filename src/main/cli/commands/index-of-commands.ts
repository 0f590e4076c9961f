import type { Command } from '../command'
import { annotateCommand } from './annotate-command'
import { annotationsCommand } from './annotations-command'
import { backupCommand } from './backup-command'
import { checkCommand } from './check-command'
import { exportCommand } from './export-command'
import { importCommand } from './import-command'
import { listCommand } from './list-command'
import { restoreCommand } from './restore-command'
import { showCommand } from './show-command'
import { welcomeCommand } from './welcome-command'

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  importCommand,
  listCommand,
  showCommand,
  annotateCommand,
  annotationsCommand,
  exportCommand,
  checkCommand,
  backupCommand,
  restoreCommand,
  welcomeCommand
]
