import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

const compressible = /\.(?:js|css|svg|json)$/;
const ways = [
  { suffix: ".br", compress: promisify(brotliCompress) },
  { suffix: ".gz", compress: promisify(gzip) },
];

/** Puts beside every file of a build that a browser asks for what it is compressed, once and as small as it gets. @param {string} folder */
export async function compressAssets(folder) {
  const names = await readdir(folder, { recursive: true });
  await Promise.all(
    names
      .filter((name) => compressible.test(name))
      .map(async (name) => {
        const path = join(folder, name);
        const content = await readFile(path);
        await Promise.all(
          ways.map(async ({ suffix, compress }) =>
            writeFile(path + suffix, await compress(content)),
          ),
        );
      }),
  );
}
