import type { Finding } from "@/core/checks/finding";

/** A finding with the document and the pair it is in. */
export type ReportedFinding = Finding & {
  /** The article, case, or pair. */
  readonly id: string;
};

export type CheckReport = {
  /** How many sentence pairs with both sides were read. */
  readonly pairs: number;
  readonly findings: readonly ReportedFinding[];
};

export type CheckRefusal = {
  readonly ok: false;
  readonly reason:
    | "no-such-article"
    | "file-not-found"
    | "folder-not-found"
    | "no-cases"
    | "line-unreadable"
    | "unreadable";
  /** The path, slug or line. */
  readonly detail: string;
};

export type CheckResult = { readonly ok: true; readonly report: CheckReport } | CheckRefusal;
