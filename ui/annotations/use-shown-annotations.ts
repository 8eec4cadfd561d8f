import { useDeferredValue, useMemo, useState } from "react";
import type { View } from "@/core/article/layout";
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

const none: readonly PlacedAnnotation[] = [];

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
  // What was marked is painted first.
  const [unhurried, allUnhurried] = [useDeferredValue(placed, none), useDeferredValue(all, none)];
  const choices = useMemo(() => filterChoices(allUnhurried), [allUnhurried]);
  const partsOf = usePartsIndex(versionId, partCount, missing.length > 0);
  const { orphaned, elsewhere } = useMemo(
    () => sortMissing(missing, view.part, partsOf),
    [missing, view.part, partsOf],
  );
  const hiddenCount = all.length - placed.length;
  return { placed, unhurried, orphaned, elsewhere, hiddenCount, filter, setFilter, choices };
}
