import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { typesetDocx, type Paper } from '../src/index.ts';
import { sampleBulletin, sampleLetter, sampleRegister } from './sample-papers.ts';

async function write(paper: Paper) {
  const parts = unzipSync(await typesetDocx(paper));
  const part = (name: string) => strFromU8(parts[name]!);
  return {
    document: part('word/document.xml'),
    fonts: part('word/fontTable.xml'),
    settings: part('word/settings.xml'),
    part,
  };
}

/** Words of a document with the Chinese face each run is set in. */
function runsOf(document: string) {
  return [...document.matchAll(/<w:r>(.*?)<\/w:r>/gs)].map(([, run]) => ({
    face: /w:eastAsia="([^"]+)"/.exec(run!)?.[1],
    spacing: /<w:spacing w:val="(-?\d+)"/.exec(run!)?.[1],
    size: /<w:sz w:val="(\d+)"/.exec(run!)?.[1],
    text: /<w:t[^>]*>([^<]*)</.exec(run!)?.[1] ?? '',
  }));
}

describe('a bulletin in Word', () => {
  it('has the page, the grid and the lines of the standard', async () => {
    const { document, settings } = await write(sampleBulletin());
    expect(document).toContain('<w:docGrid w:type="lines" w:linePitch="580"/>');
    expect(document).toMatch(/<w:pgSz w:w="1190[56]" w:h="1683[78]"/);
    const [, top, right, bottom, left] = /w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/.exec(
      document,
    )!;
    const millimetres = [top, right, bottom, left].map((twips) => (Number(twips) / 1440) * 25.4);
    [37, 26, 35, 28].forEach((edge, at) => expect(Math.abs(millimetres[at]! - edge)).toBeLessThan(0.2));
    // 22 lines must find room, or Word sets 21.
    expect(16_837 - Number(top) - Number(bottom)).toBeGreaterThanOrEqual(22 * 580);
    expect(document).toContain('w:line="580" w:lineRule="exact"');
    expect(settings).toContain('evenAndOddHeaders');
  });

  it('sets body, headings, titles and tail in their faces, the body a quarter point closer', async () => {
    const runs = runsOf((await write(sampleBulletin())).document);
    const find = (text: string) => runs.find((run) => run.text.includes(text));
    expect(find('全市98家')).toMatchObject({ face: '仿宋_GB2312', size: '32', spacing: '-5' });
    expect(find('一、稿件')).toMatchObject({ face: '黑体', size: '32', spacing: '-5' });
    expect(find('（一）供稿')).toMatchObject({ face: '楷体_GB2312', size: '32', spacing: '-5' });
    expect(find('甲市召开年鉴')).toMatchObject({ face: '方正小标宋简体', size: '44' });
    expect(find('信息公开选项')).toMatchObject({ face: '仿宋_GB2312', size: '28' });
  });

  it('sets what GB/T 2312 lacks in a face that holds it', async () => {
    const paper = sampleBulletin(1);
    const item = {
      ...paper.sections[0]!.items[0]!,
      title: '𬭎江村志',
      paragraphs: [{ text: '堃垚𠮷镇', bold: null, level: 0 as const }],
    };
    const runs = runsOf((await write({ ...paper, sections: [{ column: null, items: [item] }] })).document);
    expect(runs).toContainEqual(expect.objectContaining({ text: '𬭎', face: '方正小标宋_GBK' }));
    expect(runs).toContainEqual(expect.objectContaining({ text: '江村志', face: '方正小标宋简体' }));
    expect(runs).toContainEqual(expect.objectContaining({ text: '堃垚𠮷', face: '仿宋' }));
  });

  it('tells Word what to take where a font is missing', async () => {
    const { fonts } = await write(sampleBulletin());
    for (const name of ['仿宋_GB2312', '楷体_GB2312', '方正小标宋简体', '黑体', '宋体'])
      expect(fonts).toMatch(
        new RegExp(
          `<w:font w:name="${name}"><w:altName w:val="[^"]+"/><w:panose1 w:val="[0-9A-F]{20}"/><w:charset w:val="86"/>`,
        ),
      );
  });

  it('numbers odd pages right and even ones left', async () => {
    const { document, part } = await write(sampleBulletin());
    const links = part('word/_rels/document.xml.rels');
    const foot = (type: string) => {
      const id = new RegExp(`<w:footerReference w:type="${type}" r:id="([^"]+)"`).exec(document)![1]!;
      const link = links.match(/<Relationship [^>]*>/g)!.find((each) => each.includes(`Id="${id}"`))!;
      return part(`word/${/Target="([^"]+)"/.exec(link)![1]!}`);
    };
    expect(foot('default')).toMatch(/<w:jc w:val="(right|end)"/);
    expect(foot('even')).toMatch(/<w:jc w:val="(left|start)"/);
    for (const type of ['default', 'even']) expect(foot(type).match(/<w:t[^>]*>[^<]*—[^<]*/g)).toHaveLength(2);
  });

  it('has its tail in a table that stands at the foot of the type area', async () => {
    const { document } = await write(sampleBulletin());
    const [tail] = document.match(/<w:tbl>.*<\/w:tbl>/s)!;
    expect(tail).toMatch(/w:tblpYSpec="bottom"/);
    expect(tail).toMatch(/w:vertAnchor="margin"/);
    const texts = runsOf(tail)
      .map(({ text }) => text)
      .join('');
    expect(texts).toMatch(/信息公开选项：主动公开.*报：.*送：.*发：.*印发.*（共印25份）/s);
  });
});

describe('a letter and a table in Word', () => {
  it('keep small lines off the grid of body lines', async () => {
    const { document } = await write(sampleRegister(2));
    expect(document.match(/<w:spacing [^>]*w:line="320"/g)!.length).toBeGreaterThan(20);
    expect(document).not.toMatch(/<w:pPr>(?!<w:snapToGrid w:val="0"\/>)[^/]*<w:spacing [^>]*w:line="320"/);
    expect(document).not.toMatch(/<w:snapToGrid w:val="0"\/><w:spacing [^>]*w:line="580"/);
  });

  it('say what the paper says', async () => {
    const letter = runsOf((await write(sampleLetter(3, { draft: true }))).document).map(({ text }) => text);
    expect(letter.join('')).toContain('草稿（未签发）');
    expect(letter.join('')).not.toContain('18号');
    expect(letter.join('')).toContain('特此函告。');
    const register = (await write(sampleRegister(3))).document;
    expect(register).toContain('w:orient="landscape"');
    expect(register.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(
      runsOf(register)
        .map(({ text }) => text)
        .join(''),
    ).toContain('需讨论研究的意见');
  });
});
