import { describe, expect, it } from 'vitest';

import { findOtherPlace } from './find-other-place.ts';

const office = (name: string, path: string, regionCode: string | null = null) => ({ name, path, regionCode });
const OFFICES = [
  office('某省地方志工作办公室', 'p/'),
  office('甲市地方志办公室', 'p/a/'),
  office('乙县地方志编纂中心', 'p/a/b/'),
  office('丙县委党史研究室', 'p/a/c/'),
  office('丁市地方志办公室', 'p/d/'),
  // The same name in two cities.
  office('市中区地方志办公室', 'p/a/m/'),
  office('市中区地方志办公室', 'p/d/m/'),
  office('东区地方志办公室', 'p/d/e/'),
  office('某省年鉴社', 'p/u1/'),
];
const COUNTY = 'p/a/b/';
const CITY = 'p/a/';

describe('whose copy it is', () => {
  it.each<[string, string, string, string | null]>([
    [COUNTY, '乙县启动镇村志编修', '乙县地方志编纂中心', null],
    [COUNTY, '我县启动镇村志编修', '乙县方志中心', null],
    [COUNTY, '甲市年鉴工作会在乙县召开', '甲市乙县地方志编纂中心', null],
    [COUNTY, '志书评议会召开', '某省地方志工作办公室', null],
    [COUNTY, '志书评议会召开', '丙县委党史研究室', '丙县委党史研究室'],
    [COUNTY, '志书评议会召开', '乙县地方志编纂中心、丙县地方志办', '丙县'],
    [COUNTY, '丙县召开志书评议会', '乙县地方志编纂中心', '丙县'],
    [COUNTY, '“丙县召开志书评议会', '乙县地方志编纂中心', '丙县'],
    [COUNTY, '甲市丙县召开志书评议会', '乙县地方志编纂中心', '丙县'],
    [COUNTY, '丁市地方志办公室召开会议', '乙县地方志编纂中心', '丁市地方志办公室'],
    [COUNTY, '赴丙县考察方志馆建设', '乙县地方志编纂中心', null],
    [COUNTY, '市中区方志馆开馆', '乙县地方志编纂中心', '市中区'],
    [COUNTY, '东区文化广场立碑', '乙县地方志编纂中心', null],
    [COUNTY, '年鉴出版', '某省年鉴社', '某省年鉴社'],
    [CITY, '乙县启动镇村志编修', '乙县地方志编纂中心', null],
    [CITY, '市中区方志馆开馆', '甲市地方志办公室', null],
    [CITY, '丁市启动镇村志编修', '甲市地方志办公室', '丁市'],
  ])('%s: “%s”（%s）', (path, title, source, other) => {
    expect(findOtherPlace({ title, source }, path, OFFICES)).toBe(other);
  });

  it('knows a region by its code where the office is named after something else', () => {
    const named = [...OFFICES, office('方志馆', 'p/a/x/', '510104')];
    expect(findOtherPlace({ title: '锦江区方志馆开馆', source: '乙县' }, COUNTY, named)).toBe('锦江区');
    expect(findOtherPlace({ title: '锦江区方志馆开馆', source: '方志馆' }, 'p/a/x/', named)).toBe(null);
  });
});
