/** Which indicator, whose, in what unit (指标). */
export interface GroupName {
  readonly subject: string;
  readonly indicator: string;
  readonly unit: string;
}
