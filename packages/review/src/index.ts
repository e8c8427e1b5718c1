export * from './finding.ts';
export * from './volume.ts';
