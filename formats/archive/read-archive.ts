import { Buffer } from "node:buffer";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { type DocumentRefusal, refuse } from "../document/document-source";

export type Archive = {
  readonly ok: true;
  /** Of every file in it, read or not. */
  readonly names: ReadonlySet<string>;
  readonly parts: ReadonlyMap<string, Uint8Array>;
};

/** A text with its markup is far below each of these; a picture may be what makes a file large, and is not unpacked. */
const maxEntries = 5_000;
const maxTotalBytes = 400_000_000;
const maxPartBytes = 25_000_000;
const maxPartsBytes = 60_000_000;

/** Markup that says something packs to a tenth or a thirtieth. */
const maxRatio = 200;
const ratioMattersFrom = 1_000_000;

/**
 * Unpacks the wanted files of a ZIP container. Entries, sizes and ratios are looked at before anything is unpacked, and an entry that is
 * larger than it says is cut off with an error; names that lead out of the container are refused.
 */
export async function readArchive(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Promise<Archive | DocumentRefusal> {
  try {
    return await unpack(bytes, isWanted);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const unsafe =
      /^(?:absolute path|invalid relative path|invalid characters in fileName): (.*)$/u;
    const entry = unsafe.exec(detail)?.[1];
    return entry === undefined ? refuse("archive-damaged") : refuse("archive-unsafe", { entry });
  }
}

async function unpack(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Promise<Archive | DocumentRefusal> {
  const zip = await open(bytes);
  try {
    if (zip.entryCount > maxEntries) return refuse("archive-too-large");
    const entries = await listEntries(zip);
    const wanted = entries.filter(({ fileName }) => isWanted(fileName));
    if (isTooLarge(entries, wanted)) return refuse("archive-too-large");
    if (wanted.some((entry) => entry.isEncrypted())) return refuse("archive-encrypted");
    const parts = new Map<string, Uint8Array>();
    for (const entry of wanted) {
      if (!parts.has(entry.fileName)) parts.set(entry.fileName, await readEntry(zip, entry));
    }
    return { ok: true, names: new Set(entries.map(({ fileName }) => fileName)), parts };
  } finally {
    zip.close();
  }
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, strictFileNames: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    zip.on("error", reject);
    zip.on("end", () => resolve(entries));
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function isTooLarge(entries: readonly Entry[], wanted: readonly Entry[]): boolean {
  const size = (some: readonly Entry[]) =>
    some.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  return (
    size(entries) > maxTotalBytes ||
    size(wanted) > maxPartsBytes ||
    wanted.some(({ uncompressedSize }) => uncompressedSize > maxPartBytes) ||
    entries.some(
      ({ uncompressedSize, compressedSize }) =>
        uncompressedSize > ratioMattersFrom && uncompressedSize > maxRatio * compressedSize,
    )
  );
}

/** The library ends the stream with an error as soon as there is more in it than the entry says. */
function readEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error);
        return;
      }
      const chunks: Uint8Array[] = [];
      stream.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      stream.on("error", reject);
      stream.on("end", () => resolve(Buffer.concat(chunks)));
    });
  });
}
