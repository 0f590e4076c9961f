import { join } from 'node:path'
import ts from 'typescript'
import { PROJECT_ROOT } from './project-files'

/** What the compiler says about a file with these lines in a folder, under that folder's own configuration. */
export function compilerSays(folder: string, lines: string): readonly string[] {
  const at = join(PROJECT_ROOT, folder)
  const planted = join(at, 'planted.ts')
  const { fileNames, options, projectReferences = [] } = configurationOf(at)
  const host = hostWith(options, planted, `${lines}\nexport {}\n`)
  const program = ts.createProgram({ rootNames: [...fileNames, planted], options, projectReferences, host })
  const file = program.getSourceFile(planted)
  return [...program.getOptionsDiagnostics(), ...program.getSemanticDiagnostics(file)]
    .filter((diagnostic) => diagnostic.file === file)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
}

function configurationOf(folder: string): ts.ParsedCommandLine {
  const read = (path: string): string | undefined => ts.sys.readFile(path)
  const { config }: { config?: unknown } = ts.readConfigFile(join(folder, 'tsconfig.json'), read)
  return ts.parseJsonConfigFileContent(config, ts.sys, folder)
}

/** The real files and one that exists only here. */
function hostWith(options: ts.CompilerOptions, planted: string, text: string): ts.CompilerHost {
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  return Object.assign(host, {
    fileExists: (path: string) => path === planted || fileExists(path),
    readFile: (path: string) => (path === planted ? text : readFile(path)),
    getSourceFile: (path: string, version: ts.ScriptTarget) =>
      path === planted ? ts.createSourceFile(path, text, version) : getSourceFile(path, version)
  })
}
