'use strict';
// The first script of every command. It runs on whatever Node the machine has (20.20 is enough), so it is plain
// CommonJS without dependencies: it installs what is missing and hands over to the Node that the project brings along.
const { createHash } = require('node:crypto');
const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const stampPath = path.join(root, 'node_modules', '.samenspel-lock');
const commands = {
  start: 'start.ts',
  dev: 'dev.ts',
  build: 'build.ts',
  check: 'check.ts',
  test: 'test.ts',
  bench: 'bench.ts',
  admin: 'admin.ts',
  format: 'format.ts',
  basemap: 'basemap/build.ts',
  'db-types': 'db-types.ts'
};

function fail(sentence) {
  process.stderr.write(sentence + '\n');
  process.exit(1);
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Whether npm's own record says that node_modules is what the lock file asks for; saves an install after `npm ci`. */
function isInstalledAsLocked() {
  const wanted = readJson(path.join(root, 'package-lock.json'));
  const found = readJson(path.join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !found) return false;
  return Object.keys(wanted.packages).every((name) => {
    const entry = wanted.packages[name];
    const installed = found.packages[name];
    if (name === '') return true;
    if (!installed) return entry.optional === true || entry.devOptional === true;
    return installed.version === entry.version && installed.integrity === entry.integrity;
  });
}

function installWhatIsMissing() {
  const lock = createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (fs.existsSync(stampPath) && fs.readFileSync(stampPath, 'utf8') === lock && ownNode() !== null) return;
  if (!isInstalledAsLocked() || ownNode() === null) {
    process.stdout.write('Installing what is missing with npm; the first time this takes a minute or two.\n');
    const started = Date.now();
    const npm = process.env.npm_execpath;
    // The build needs the development packages too, whatever NODE_ENV says.
    // Not `npm ci`: npm 11 leaves optional packages of other platforms out of the lock, and then refuses it.
    const parameters = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund'];
    const isScript = npm !== undefined && /\.c?js$/.test(npm);
    const result = isScript
      ? spawnSync(process.execPath, [npm].concat(parameters), { cwd: root, stdio: 'inherit' })
      : spawnSync('npm', parameters, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
    if (result.status !== 0)
      fail('Installing failed: see what npm said above, then try the same command again.');
    process.stdout.write('Installed in ' + Math.round((Date.now() - started) / 1000) + ' seconds.\n');
  }
  fs.writeFileSync(stampPath, lock);
}

/** The Node that the project brings along; else this one, when it is new enough to run TypeScript. */
function ownNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const brought = path.join(root, 'node_modules', 'node', 'bin', name);
  if (fs.existsSync(brought)) return brought;
  const version = process.versions.node.split('.').map(Number);
  return version[0] > 22 || (version[0] === 22 && version[1] >= 18) ? process.execPath : null;
}

const script = commands[process.argv[2]];
if (!script) fail('Usage: npm run ' + Object.keys(commands).join(' | npm run '));
if (!fs.existsSync(path.join(__dirname, script))) fail('There is no scripts/' + script + ' yet.');
try {
  installWhatIsMissing();
} catch (error) {
  fail('Installing failed: ' + error.message);
}
const node = ownNode();
if (!node)
  fail(
    'The Node package of this project was not installed (are install scripts switched off in npm?): use Node 24.'
  );

// The extra channel closes when this process dies in any way, so that a server does not live on without its command.
const child = spawn(node, [path.join(__dirname, script)].concat(process.argv.slice(3)), {
  cwd: root,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: Object.assign({}, process.env, {
    PATH:
      path.dirname(node) +
      path.delimiter +
      path.join(root, 'node_modules', '.bin') +
      path.delimiter +
      process.env.PATH
  })
});
child.on('error', (error) => fail('Could not start ' + node + ': ' + error.message));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  // What the shell would report: 128 and the number of the signal.
  process.exit(code === null ? 128 + (require('node:os').constants.signals[signal] || 0) : code);
});
