import { SaxesParser } from 'saxes';
import { ManuscriptRefusal } from '../../manuscript-refusal.ts';

/** Attributes of an XML element by qualified name. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** Receiver of XML events; names are qualified names such as `w:p`. */
export interface XmlHandler {
  open?(name: string, attributes: XmlAttributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

type Decoder = InstanceType<typeof TextDecoder>;

const LIMITS = { depth: 256, elements: 20_000_000 };

/** An attribute as a whole number from `least` to `most`; undefined for anything else. */
export function wholeNumber(value: string | undefined, least: number, most: number): number | undefined {
  const number = Number(value);
  return value !== undefined && Number.isInteger(number) && number >= least && number <= most ? number : undefined;
}

/** XML parser fed piece by piece; `position` counts UTF-16 units consumed, after the tag an event is for. */
export interface XmlFeeder {
  readonly position: number;
  write(text: string): void;
  end(): void;
}

/** Makes a parser that refuses DOCTYPE, undefined entities, ill-formed XML, and too deep or too many elements. */
export function createXmlFeeder(handler: XmlHandler): XmlFeeder {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  let elements = 0;
  parser.on('doctype', () => {
    throw new ManuscriptRefusal('has-doctype');
  });
  parser.on('error', (error) => {
    throw new ManuscriptRefusal('malformed', error.message.replace(/: .*/s, ''));
  });
  parser.on('opentag', (tag) => {
    if (++depth > LIMITS.depth) throw new ManuscriptRefusal('too-large', 'XML depth');
    if (++elements > LIMITS.elements) throw new ManuscriptRefusal('too-large', 'XML elements');
    handler.open?.(tag.name, tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth--;
    handler.close?.(tag.name);
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  return {
    get position() {
      return parser.position;
    },
    write: (text) => void parser.write(text),
    end: () => void parser.close(),
  };
}

/** Parses an XML part from its bytes (UTF-8, or UTF-16 with a BOM). */
export async function parseXml(chunks: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const feeder = createXmlFeeder(handler);
  let decoder: Decoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(xmlEncoding(chunk), { fatal: true });
    feeder.write(decode(decoder, chunk));
  }
  if (!decoder) throw new ManuscriptRefusal('malformed', 'empty part');
  feeder.write(decode(decoder));
  feeder.end();
}

/** Encoding of an XML part by its BOM. */
export function xmlEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function decode(decoder: Decoder, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new ManuscriptRefusal('bad-encoding');
  }
}
