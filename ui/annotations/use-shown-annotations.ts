import { useMemo, useState } from "react";
import type { View } from "@/core/article/layout";
import { useAfterFrame } from "../controls/use-after-frame";
import { filterChoices, isFiltering, noFilter, passesFilter } from "./margin-filter";
import { type PlacedAnnotation, placeAnnotations } from "./place-annotations";
import type { ReadingSides } from "./reading-sides";
import { sortMissing } from "./sort-missing";
import type { ShownAnnotation } from "./store/apply-changes";
import { usePartsIndex } from "./use-parts-index";

type Reading = {
  readonly versionId: string;
  readonly view: View;
  readonly partCount: number;
};

type Shown = {
  readonly placed: readonly PlacedAnnotation[];
  readonly all: readonly PlacedAnnotation[];
};

const nothing: Shown = { placed: [], all: [] };

/** Where every annotation stands, and which of them the reader wants to see. */
export function useShownAnnotations(
  sides: ReadingSides,
  annotations: readonly ShownAnnotation[],
  { versionId, view, partCount }: Reading,
) {
  const { placed: all, missing } = useMemo(
    () => placeAnnotations(sides, annotations),
    [sides, annotations],
  );
  const [filter, setFilter] = useState(noFilter);
  const placed = useMemo(
    () => (isFiltering(filter) ? all.filter((one) => passesFilter(filter, one)) : all),
    [all, filter],
  );
  // What was marked is painted first, and all that follows from it comes after the frame that shows it.
  const now = useMemo(() => ({ placed, all }), [placed, all]);
  const { placed: unhurried, all: allUnhurried } = useAfterFrame(now, nothing);
  const choices = useMemo(() => filterChoices(allUnhurried), [allUnhurried]);
  const partsOf = usePartsIndex(versionId, partCount, missing.length > 0);
  const { orphaned, elsewhere } = useMemo(
    () => sortMissing(missing, view.part, partsOf),
    [missing, view.part, partsOf],
  );
  const hiddenCount = all.length - placed.length;
  return { placed, unhurried, orphaned, elsewhere, hiddenCount, filter, setFilter, choices };
}
