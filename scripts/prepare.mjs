// Installs what is locked and builds the web app, each only when its inputs have changed (stamps in node_modules).
// Runs on the Node that happens to be there (20 or later) and has no dependency, since it runs before npm ci.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const stamps = path.join(root, 'node_modules', '.xiuzhi');

/** Hash of files and folders (names and bytes), relative to the root. */
function hashOf(...entries) {
  const hash = createHash('sha256').update(process.platform + process.arch);
  const add = (entry) => {
    const absolute = path.join(root, entry);
    if (!existsSync(absolute)) return;
    let children;
    try {
      children = readdirSync(absolute, { withFileTypes: true });
    } catch {
      hash.update(`\0${entry}\0`).update(readFileSync(absolute));
      return;
    }
    for (const child of children.sort((a, b) => (a.name < b.name ? -1 : 1)))
      if (child.name !== 'node_modules' && child.name !== 'dist') add(path.join(entry, child.name));
  };
  entries.forEach(add);
  return hash.digest('hex');
}

/** Runs `work` unless the stamp says that it has been done for these inputs. */
function once(name, key, done, work) {
  const stamp = path.join(stamps, name);
  if (done() && existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;
  work();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, key);
}

function run(command, args, what) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: false });
  if (result.status === 0) return;
  console.error(`${what}失败，请查看上面的信息。`);
  process.exit(result.status ?? 1);
}

function installLocked(...more) {
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...more];
  if (npm) run(process.execPath, [npm, ...args], '安装依赖');
  else run('npm', args, '安装依赖');
}

/** The pinned Node of node_modules, or the one running where the platform has no pinned package. */
function pinnedNode() {
  const pinned = path.join(root, 'node_modules', '.bin', 'node');
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  console.error('本平台没有随附的 Node，请先安装 Node 24 或更高版本。');
  process.exit(1);
}

once(
  'install',
  hashOf('package-lock.json'),
  () => existsSync(path.join(root, 'node_modules', '.package-lock.json')),
  installLocked,
);

if (process.argv.includes('web')) {
  const key = hashOf('package-lock.json', 'apps/web', 'packages');
  once(
    'web',
    key,
    () => existsSync(path.join(root, 'apps/web/dist/index.html')),
    () => {
      console.log('正在生成网页……');
      run(
        pinnedNode(),
        [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', 'apps/web', '--logLevel', 'warn'],
        '生成网页',
      );
    },
  );
}

if (process.argv.includes('old-browser') && process.platform === 'linux' && process.arch === 'x64') {
  const folder = 'tests/old-browser';
  const installed = () => existsSync(path.join(root, folder, 'node_modules/chrome-aws-lambda'));
  once('old-browser', hashOf(`${folder}/package-lock.json`), installed, () => {
    console.log('正在安装旧版浏览器（测试用）……');
    installLocked('--ignore-scripts', '--prefix', folder);
  });
}
