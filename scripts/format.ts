// npm run format: writes every file in the project's one form.
import { ownProgram, run } from './terminal.ts';

const { code } = await run(ownProgram('prettier'), ['--write', '--log-level', 'warn', '.'], { show: true });
process.exitCode = code;
