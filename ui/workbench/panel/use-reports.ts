import { useEffect, useState } from "react";
import type { ReportAnswer, ReportLine } from "@/core/reports/text-report";
import { loadReports, sendChange } from "../store/server";

/** What readers reported, and what became of it. */
export function useReports(slug: string) {
  const [list, setList] = useState<readonly ReportLine[]>([]);
  const [hasFailed, setFailed] = useState(false);

  useEffect(() => {
    let isGone = false;
    loadReports(slug).then((lines) => {
      if (isGone) return;
      if (lines) setList(lines);
      setFailed(lines === null);
    });
    return () => {
      isGone = true;
    };
  }, [slug]);

  async function answer(id: string, body: ReportAnswer) {
    const isDone = await sendChange("PATCH", `/api/workbench/${slug}/reports/${id}`, body);
    const now = await loadReports(slug);
    if (now) setList(now);
    setFailed(!isDone);
  }

  return { list, hasFailed, answer };
}

export type Reports = ReturnType<typeof useReports>;
