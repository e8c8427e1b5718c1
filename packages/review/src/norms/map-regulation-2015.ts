import { defineNorm } from './define-norm.ts';

/** 《地图管理条例》 (2015-11-26): the articles our rules rest on. */
export const mapRegulation = defineNorm({
  id: 'map-regulation-2015',
  title: '地图管理条例',
  clauses: {
    '15': '地图须送审',
    '18': '审核权限',
    '22': '标注审图号',
    '53': '未标审图号的责任',
  },
});
