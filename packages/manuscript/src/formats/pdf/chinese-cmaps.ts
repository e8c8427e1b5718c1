/** Encodings of fonts that are not in the file, and how their bytes are decoded. */
const DOUBLE_BYTE: readonly (readonly [RegExp, string])[] = [
  [/^GB(?:K|Kp|K2K|pc)?(?:-EUC)?-[HV]$/, 'gb18030'],
  [/^(?:ETen-B5|ETenms-B5|B5pc|HKscs-B5)-[HV]$/, 'big5'],
];
const UNICODE = /^Uni(?:GB|CNS)-(?:UCS2|UTF16)-[HV]$/;
const TO_UNICODE = /^Adobe-(?:GB1|CNS1)-UCS2$/;

/**
 * Tables of Chinese encodings (汉字编码表) for a library that would fetch them from the disk. Only text is wanted, so a
 * character's number in its font is taken to be its Unicode, and the tables are written from the decoders of the runtime.
 */
export class ChineseCMaps {
  fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const table = kind === 'cMapUrl' ? writeTable(filename) : undefined;
    return table === undefined
      ? Promise.reject(new Error(`no table ${filename}`))
      : Promise.resolve(new TextEncoder().encode(table));
  }
}

function writeTable(name: string): string | undefined {
  const mode = `/WMode ${name.endsWith('V') ? 1 : 0} def`;
  if (TO_UNICODE.test(name)) return wrap('<0000> <ffff>', 1, '1 beginbfrange <0000> <ffff> <0000> endbfrange', mode);
  if (UNICODE.test(name))
    // Numbers end at 65535: what stands beyond has none, and no range may cross the surrogates.
    return wrap(
      '<0000> <d7ff> <d800dc00> <dbffdfff> <e000> <ffff>',
      3,
      '2 begincidrange <0000> <d7ff> 0 <e000> <ffff> 57344 endcidrange',
      mode,
    );
  const encoding = DOUBLE_BYTE.find(([pattern]) => pattern.test(name))?.[1];
  return encoding && wrap('<00> <80> <8140> <fefe>', 2, listCharacters(encoding), mode);
}

function wrap(spaces: string, count: number, body: string, mode: string): string {
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap ${mode} ${count} begincodespacerange ${spaces} endcodespacerange ${body} endcmap end end`;
}

function listCharacters(encoding: string): string {
  const decoder = new TextDecoder(encoding);
  const entries = ['1 begincidrange <00> <80> 0 endcidrange'];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const row: string[] = [];
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length !== 1 || text === '\uFFFD') continue;
      row.push(`<${lead.toString(16)}${trail.toString(16)}> ${text.charCodeAt(0)}`);
    }
    if (row.length > 0) entries.push(`${row.length} begincidchar ${row.join(' ')} endcidchar`);
  }
  return entries.join('\n');
}
