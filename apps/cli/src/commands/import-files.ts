import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { MAX_UPLOAD } from '@xiuzhi/contract';

import { CommandRefusal, EXIT, type Command } from '../command.ts';
import { connectServer, SERVER_HELP, SERVER_SHAPES, type Connection } from '../connect-server.ts';
import { describeFailure } from '../describe-failure.ts';
import { parseOptions } from '../parse-options.ts';
import { showProgress, type Progress } from '../show-progress.ts';
import { uploadFile, type Aim } from '../upload-file.ts';

const POLL_MS = 300;

/** `xiuzhi import` (导入): sends files to a running server and waits until they are read and reviewed. */
export const importFiles: Command = {
  help: `把文件导入正在运行的修志，等待读入和审校完成，给出审读网址，并在标准错误输出中列出文件中哪些内容已读入、哪些没有。

用法：xiuzhi import 文件… --work 项目编号 [选项]

  文件                    .docx、.pdf、.md 或 .txt；服务器装有 LibreOffice 时也可以是 .doc、.wps
  --work 项目编号         导入到哪个志鉴项目，编号见 xiuzhi works
  --again                 项目中已有内容完全相同的书稿时，仍要导入
${SERVER_HELP}
退出码：0 全部导入，2 有文件未能导入。
`,

  async run(words) {
    const { operands, options } = parseOptions('import', words, { work: 'text', again: 'flag', ...SERVER_SHAPES });
    if (operands.length === 0) throw new CommandRefusal('没有给出要导入的文件，用法见 xiuzhi import --help。');
    const { work: workId } = options;
    if (workId === undefined)
      throw new CommandRefusal('请用 --work 指明导入到哪个志鉴项目，项目编号可用 xiuzhi works 查看。');
    const connection = await connectServer(options);
    // Asked first: a wrong token or work is told before anything is sent.
    if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(workId))
      throw new CommandRefusal(`“${workId}”不是项目编号，项目编号可用 xiuzhi works 查看。`);
    await connection.api.works.get({ id: workId });

    const progress = showProgress();
    let status: number = EXIT.clean;
    for (const file of operands) {
      try {
        const aim = { workId, again: options.again === true };
        const { line, report } = await importFile(connection, aim, file, progress);
        progress.clear();
        process.stdout.write(`${line}\n`);
        for (const sentence of report) process.stderr.write(`${file}：${sentence}\n`);
      } catch (error) {
        progress.clear();
        process.stderr.write(`${error instanceof CommandRefusal ? `${file}：` : ''}${describeFailure(error)}\n`);
        status = EXIT.failed;
      }
    }
    return status;
  },
};

async function importFile(
  connection: Connection,
  aim: Aim,
  file: string,
  progress: Progress,
): Promise<{ line: string; report: readonly string[] }> {
  const size = await measureFile(file);
  const revisionId = await uploadFile(connection, aim, file, (bytes) =>
    progress.show(`${file}：正在上传 ${megabytes(bytes)} / ${megabytes(size)} MB`),
  );
  for (;;) {
    const revision = await connection.api.manuscripts.get({ id: revisionId });
    if (revision.state === 'failed') throw new CommandRefusal(revision.problem ?? '未能导入，请在网页查看原因。');
    if (revision.state === 'ready') {
      const { lines } = await connection.api.manuscripts.report({ id: revisionId });
      const line =
        `《${revision.title}》第 ${revision.number} 稿：${revision.characters} 字符，表格 ${revision.tables} 个，` +
        `疑点 ${revision.findings} 处\n${connection.url}/revisions/${revisionId}`;
      return { line, report: lines };
    }
    progress.show(`${file}：正在读入和审校 ${revision.progress}%`);
    await sleep(POLL_MS);
  }
}

/** Size in bytes; opens the file, so that a folder or an unreadable file is told before anything is sent. */
async function measureFile(file: string): Promise<number> {
  await using handle = await open(file);
  const stat = await handle.stat();
  if (!stat.isFile()) throw new CommandRefusal('不是文件，无法导入。');
  if (stat.size === 0) throw new CommandRefusal('文件没有内容。');
  if (stat.size > MAX_UPLOAD)
    throw new CommandRefusal(`文件超过 ${MAX_UPLOAD / 1024 / 1024} MB，请压缩图片或分卷后再导入。`);
  return stat.size;
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
