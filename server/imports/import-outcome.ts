import "server-only";
import type { Imported, Refused } from "@/core/import/import-result";

/** What the worker makes of a document: what is told of it, and the version with its preview. */
export type ImportOutcome =
  | {
      readonly told: Imported;
      readonly files: { readonly de: string; readonly en: string; readonly alignment: string };
      readonly parts: readonly {
        readonly rowCount: number;
        readonly de: string;
        readonly en: string;
      }[];
    }
  | { readonly told: Refused };
