import type { Language } from "../../article/language";
import type { Span } from "../flaw";

/** What a number counts: a unit, a currency, percent or percentage points. */
export type Measure = {
  readonly name: string;
  readonly dimension:
    | "currency"
    | "percent"
    | "length"
    | "area"
    | "mass"
    | "volume"
    | "time"
    | "speed"
    | "temperature"
    | "energy"
    | "storage";
  /** In the dimension's base; 0 where it cannot be converted. */
  readonly factor: number;
};

const byWord: Record<Language, Map<string, Measure>> = { de: new Map(), en: new Map() };

function add(
  name: string,
  dimension: Measure["dimension"],
  factor: number,
  symbols: string,
  de: string,
  en: string,
): void {
  const measure = { name, dimension, factor };
  for (const word of words(`${symbols}|${de}`)) byWord.de.set(word, measure);
  for (const word of words(`${symbols}|${en}`)) byWord.en.set(word, measure);
}

function words(list: string): string[] {
  return list.split("|").filter((word) => word !== "");
}

add("percent", "percent", 1, "%", "Prozent|Prozents|v. H.", "percent|per cent|pct");
add(
  "percentage point",
  "percent",
  0,
  "",
  "Prozentpunkt|Prozentpunkte|Prozentpunkten",
  "percentage point|percentage points|point percentage",
);
add("per mille", "percent", 0, "‰", "Promille", "per mille|per mil|per thousand");

add("euro", "currency", 0, "€|EUR", "Euro|Euros", "euro|euros");
add(
  "dollar",
  "currency",
  0,
  "$|US$|USD",
  "Dollar|Dollars|US-Dollar|US-Dollars",
  "dollar|dollars|US dollar|US dollars|U.S. dollars",
);
// "Pfund" is a weight too: it is only ever compared with money.
add(
  "pound",
  "currency",
  0,
  "£|GBP",
  "Pfund|Pfund Sterling|Britische Pfund|britische Pfund",
  "pound|pounds|pound sterling|pounds sterling|British pounds",
);
add("franc", "currency", 0, "CHF|Fr.", "Franken|Francs|Franc", "franc|francs|Swiss francs");
add("yen", "currency", 0, "¥|JPY", "Yen", "yen");
add("yuan", "currency", 0, "CNY", "Yuan|Renminbi", "yuan|renminbi");
add("rouble", "currency", 0, "RUB", "Rubel", "rouble|roubles|ruble|rubles");
add(
  "mark",
  "currency",
  0,
  "DM",
  "Mark|D-Mark|Deutsche Mark",
  "mark|marks|deutschmarks|deutschmark|German marks",
);
add("reichsmark", "currency", 0, "RM", "Reichsmark", "reichsmark|reichsmarks");
add("pfennig", "currency", 0, "", "Pfennig|Pfennige|Pfennigen", "pfennig|pfennigs|pfennige");
add("cent", "currency", 0, "", "Cent|Cents|Eurocent", "cent|cents|euro cents");
add("penny", "currency", 0, "", "Penny|Pence", "penny|pence");
add(
  "krone",
  "currency",
  0,
  "DKK|NOK|SEK|CZK",
  "Krone|Kronen",
  "krone|kroner|krona|kronor|crown|crowns|koruna|korunas|koruny",
);
add(
  "schilling",
  "currency",
  0,
  "",
  "Schilling|Schillinge",
  "schilling|schillings|shilling|shillings",
);
add("lira", "currency", 0, "TRY", "Lira|Lire", "lira|liras|lire");
add("zloty", "currency", 0, "PLN", "Zloty|Złoty", "zloty|zlotys|złoty|złotys");
add("forint", "currency", 0, "HUF", "Forint", "forint|forints");
add("rupee", "currency", 0, "INR", "Rupie|Rupien", "rupee|rupees");
add("peso", "currency", 0, "", "Peso|Pesos", "peso|pesos");
add("real", "currency", 0, "BRL", "Reais|Real", "reais|real");
add("won", "currency", 0, "", "Won", "won");
add("guilder", "currency", 0, "", "Gulden", "guilder|guilders|gulden");
add("taler", "currency", 0, "", "Taler|Talern", "thaler|thalers|taler|talers");
add("groschen", "currency", 0, "", "Groschen", "groschen");
add("shekel", "currency", 0, "", "Schekel", "shekel|shekels");
add("rand", "currency", 0, "", "Rand", "rand");

add(
  "kilometre",
  "length",
  1000,
  "km",
  "Kilometer|Kilometern|Kilometers",
  "kilometre|kilometres|kilometer|kilometers|kms",
);
add("metre", "length", 1, "m", "Meter|Metern|Meters", "metre|metres|meter|meters");
add("decimetre", "length", 0.1, "dm", "Dezimeter", "decimetre|decimetres|decimeters");
add(
  "centimetre",
  "length",
  0.01,
  "cm",
  "Zentimeter|Zentimetern",
  "centimetre|centimetres|centimeter|centimeters",
);
add(
  "millimetre",
  "length",
  0.001,
  "mm",
  "Millimeter|Millimetern",
  "millimetre|millimetres|millimeter|millimeters",
);
add("mile", "length", 1609.344, "", "Meile|Meilen", "mile|miles|mi");
add("nautical mile", "length", 1852, "", "Seemeile|Seemeilen", "nautical mile|nautical miles");
add("foot", "length", 0.3048, "ft", "Fuß|Fuss", "foot|feet");
add("inch", "length", 0.0254, "", "Zoll", "inch|inches");
add("yard", "length", 0.9144, "", "Yard|Yards", "yard|yards");
add("fathom", "length", 1.8288, "", "Faden", "fathom|fathoms");

add("hectare", "area", 10000, "ha", "Hektar|Hektaren", "hectare|hectares");
add("acre", "area", 4046.86, "", "Acre|Acres|Morgen", "acre|acres");
add(
  "square metre",
  "area",
  1,
  "m²|m2|qm",
  "Quadratmeter|Quadratmetern",
  "square metre|square metres|square meter|square meters|sq m",
);
add(
  "square kilometre",
  "area",
  1e6,
  "km²|km2|qkm",
  "Quadratkilometer|Quadratkilometern",
  "square kilometre|square kilometres|square kilometer|square kilometers|sq km",
);
add(
  "square mile",
  "area",
  2.59e6,
  "",
  "Quadratmeile|Quadratmeilen",
  "square mile|square miles|sq miles",
);
add("square foot", "area", 0.0929, "", "Quadratfuß", "square foot|square feet|sq ft");
add(
  "square centimetre",
  "area",
  1e-4,
  "cm²",
  "Quadratzentimeter",
  "square centimetre|square centimetres|square centimeters",
);

add(
  "kilogram",
  "mass",
  1,
  "kg",
  "Kilogramm|Kilo|Kilos",
  "kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos",
);
add("gram", "mass", 0.001, "g", "Gramm", "gram|grams|gramme|grammes");
add("milligram", "mass", 1e-6, "mg", "Milligramm", "milligram|milligrams");
add("tonne", "mass", 1000, "t", "Tonne|Tonnen", "tonne|tonnes|ton|tons|metric tons|metric ton");
add("pound (weight)", "mass", 0.4536, "lb|lbs", "", "");
add("ounce", "mass", 0.02835, "oz", "Unze|Unzen", "ounce|ounces");
add("hundredweight", "mass", 50, "", "Zentner|Zentnern", "hundredweight|hundredweights");
add("stone", "mass", 6.35, "", "", "stone");

add("litre", "volume", 1, "l", "Liter|Litern", "litre|litres|liter|liters");
add(
  "millilitre",
  "volume",
  0.001,
  "ml",
  "Milliliter",
  "millilitre|millilitres|milliliter|milliliters",
);
add(
  "hectolitre",
  "volume",
  100,
  "hl",
  "Hektoliter|Hektolitern",
  "hectolitre|hectolitres|hectoliters",
);
add(
  "cubic metre",
  "volume",
  1000,
  "m³|m3",
  "Kubikmeter|Kubikmetern",
  "cubic metre|cubic metres|cubic meter|cubic meters",
);
add("tablespoon", "volume", 0.015, "", "Esslöffel|Esslöffeln|EL", "tablespoon|tablespoons|tbsp");
add("teaspoon", "volume", 0.005, "", "Teelöffel|Teelöffeln|TL", "teaspoon|teaspoons|tsp");
add("gallon", "volume", 3.785, "", "Gallone|Gallonen", "gallon|gallons");
add("pint", "volume", 0.5, "", "Pint|Pints", "pint|pints");
add("barrel", "volume", 159, "", "Barrel|Fass|Fässer|Fässern", "barrel|barrels");

add("second", "time", 1, "", "Sekunde|Sekunden", "second|seconds|secs|sec");
add("minute", "time", 60, "min", "Minute|Minuten", "minute|minutes|mins");
add("hour", "time", 3600, "", "Stunde|Stunden", "hour|hours|hrs");
add("day", "time", 86400, "", "Tag|Tage|Tagen|Tages", "day|days");
add("week", "time", 604800, "", "Woche|Wochen", "week|weeks");
add("month", "time", 2629800, "", "Monat|Monate|Monaten|Monats", "month|months");
add("year", "time", 31557600, "", "Jahr|Jahre|Jahren|Jahres", "year|years");

add(
  "kilometre per hour",
  "speed",
  1,
  "km/h",
  "Stundenkilometer|Stundenkilometern|Kilometer pro Stunde|Kilometern pro Stunde|Kilometer in der Stunde",
  "kilometres per hour|kilometers per hour|kilometres an hour|kilometers an hour|kph",
);
add("mile per hour", "speed", 1.609, "mph", "Meilen pro Stunde", "miles per hour|miles an hour");
add("knot", "speed", 1.852, "kn", "Knoten", "knot|knots");

add("degree", "temperature", 0, "", "Grad", "degrees|degree");
add("degree Celsius", "temperature", 0, "°C|° C", "Grad Celsius", "degrees Celsius|degree Celsius");
add(
  "degree Fahrenheit",
  "temperature",
  0,
  "°F|° F",
  "Grad Fahrenheit",
  "degrees Fahrenheit|degree Fahrenheit",
);

add(
  "kilowatt-hour",
  "energy",
  1,
  "kWh",
  "Kilowattstunde|Kilowattstunden",
  "kilowatt-hour|kilowatt-hours|kilowatt hours",
);
add(
  "megawatt-hour",
  "energy",
  1000,
  "MWh",
  "Megawattstunde|Megawattstunden",
  "megawatt-hour|megawatt-hours|megawatt hours",
);
add("watt", "energy", 0, "W", "Watt", "watt|watts");
add("kilowatt", "energy", 0, "kW", "Kilowatt", "kilowatt|kilowatts");
add("megawatt", "energy", 0, "MW", "Megawatt", "megawatt|megawatts");
add("gigawatt", "energy", 0, "GW", "Gigawatt", "gigawatt|gigawatts");
add("volt", "energy", 0, "V", "Volt", "volt|volts");
add("kilobyte", "storage", 1, "kB|KB", "Kilobyte", "kilobyte|kilobytes");
add("megabyte", "storage", 1e3, "MB", "Megabyte|Megabytes", "megabyte|megabytes");
add("gigabyte", "storage", 1e6, "GB", "Gigabyte|Gigabytes", "gigabyte|gigabytes");
add("terabyte", "storage", 1e9, "TB", "Terabyte|Terabytes", "terabyte|terabytes");

function pattern(language: Language): RegExp {
  const longestFirst = [...byWord[language].keys()].sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((word) => word.replace(/[.$/]/g, "\\$&"));
  return new RegExp(`[ \\u00a0\\u202f-]{0,2}(${escaped.join("|")})(?![\\p{L}\\d²³])`, "uy");
}

const patterns: Readonly<Record<Language, RegExp>> = { de: pattern("de"), en: pattern("en") };

/** The measure that follows a number, and where it stands. */
export function measureAfter(
  text: string,
  end: number,
  language: Language,
): { readonly measure: Measure; readonly span: Span } | null {
  const expression = patterns[language];
  expression.lastIndex = end;
  const match = expression.exec(text);
  if (!match?.[1]) return language === "de" ? adjectiveMeasure(text, end) : null;
  const measure = byWord[language].get(match[1]);
  const start = end + match[0].length - match[1].length;
  return measure ? { measure, span: { start, end: start + match[1].length } } : null;
}

const adjective = /[ \u00a0-]?(jährig|Jährig|monatig|wöchig|tägig|stündig|minütig)\p{L}*/uy;
const adjectives = new Map([
  ["jährig", "Jahr"],
  ["monatig", "Monat"],
  ["wöchig", "Woche"],
  ["tägig", "Tag"],
  ["stündig", "Stunde"],
  ["minütig", "Minute"],
]);

/** "die 34-Jährige", "15-stündig" */
function adjectiveMeasure(text: string, end: number): ReturnType<typeof measureAfter> {
  adjective.lastIndex = end;
  const match = adjective.exec(text);
  const noun = match?.[1] && adjectives.get(match[1].toLowerCase());
  const measure = noun && byWord.de.get(noun);
  return match && measure ? { measure, span: { start: end, end: end + match[0].length } } : null;
}

/** "$ 30", "CHF 2bn" */
export function measureBefore(
  text: string,
  start: number,
  language: Language,
): { readonly measure: Measure; readonly span: Span } | null {
  const match = /(US\$|[€$£¥]|EUR|USD|GBP|CHF|JPY)[ \u00a0\u202f]?$/u.exec(
    text.slice(Math.max(0, start - 5), start),
  );
  const measure = match?.[1] && byWord[language].get(match[1]);
  if (!match?.[1] || !measure) return null;
  const from = start - match[0].length;
  return { measure, span: { start: from, end: from + match[1].length } };
}
