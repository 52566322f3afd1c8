import { type Command, Option } from '@commander-js/extra-typings';
import { REPORT_FORMATS } from '../../config/settings.js';
import { examples, type Shell } from '../../shell.js';

export function fillDoctor(doctor: Command, shell: Shell): void {
  doctor
    .description(
      'Name the cause of a failing call to a model (404, 401, 431, ...), with the evidence and the change to make. Looks at the project, at the error that is piped in, and unless --offline at the endpoint.',
    )
    .argument('[path]', 'folder of the project (default: the current one)')
    .option('--error <text>', 'error message, traceback or log; - reads it from standard input')
    .option('--endpoint <url>', 'base URL that the call uses')
    .option('--deployment <name>', 'deployment or model name that the call uses')
    .option('--api-version <version>', 'api-version that the call uses')
    .addOption(new Option('--sdk <package@version>', 'SDK and version; repeatable').argParser(collect))
    .addOption(
      new Option('--header <name: value>', 'request header that the call adds; repeatable').argParser(
        collect,
      ),
    )
    .option('--headers-file <file>', 'request headers: lines, a raw HTTP request, or JSON')
    .option('--har <file>', 'HAR file with the failing call')
    .option('--curl <command>', 'curl command line of the failing call')
    .option('--from <file>', 'saved report, or one report a line; - for standard input')
    .option('--save <file>', 'write what was found, without secrets, for --from')
    .option('--ask', 'on a terminal, ask for what is not known: error, endpoint, deployment, SDK')
    .option('--offline', 'never use the network')
    .option('--strict', 'exit 5 on warnings too')
    .addHelpText(
      'after',
      examples([
        'aimi doctor',
        'python app.py 2>&1 | aimi doctor',
        "aimi doctor --error '404 Resource not found' --endpoint https://contoso.services.ai.azure.com --sdk azure-ai-inference@1.0.0b9",
        'aimi doctor --ask',
        'aimi doctor --offline -o sarif > aimi.sarif',
      ]),
    )
    .action((path, options, command) =>
      shell.run(async (session) => {
        const { doctorPresentation, runDoctor } = await import('./doctor.run.js');
        const flags: Readonly<Record<string, unknown>> = command.optsWithGlobals();
        const isVerbose = flags.verbose === true || flags.debug === true;
        const presentation = doctorPresentation({ isVerbose, version: session.ctx.version });
        return shell.present(session, await runDoctor(session, { path, ...options }), presentation);
      }, REPORT_FORMATS),
    );
}

function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}
