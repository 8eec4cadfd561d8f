import { foldName } from "./fold-name";

const unmarked =
  /^(?:zurich|quebec|montreal|bogota|brasilia|sao|paulo|mexico|peru|panama|dusseldorf|munster|malaga|cordoba|leon|merida|cadiz|medellin|cracow|gdansk|lodz|krakow|poznan|wroclaw|istanbul|izmir|reykjavik|curacao|la coruna|male|lome|yaounde|sa|tome|valparaiso|asuncion|orleans|rhone|citroen|skoda|nestle|loreal|hermes|erdogan)$/u;

/** Names that are at home without their marks too: "Zurich", "Quebec". */
export function isUsuallyUnmarked(name: string): boolean {
  return unmarked.test(foldName(name));
}
