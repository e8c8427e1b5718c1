import { defineNorm } from './define-norm.ts';

/** 《保守国家秘密法》 (2024-02-27): the articles our rules rest on. */
export const stateSecretsLaw = defineNorm({
  id: 'state-secrets-law-2024',
  title: '保守国家秘密法',
  clauses: {
    '33': '编辑出版须守保密规定',
  },
});
