import "server-only";
import { env } from "./env";

/** Who runs this installation, as far as they said so. */
export type Operator = {
  readonly name: string | null;
  readonly addressLines: readonly string[];
  readonly email: string | null;
  readonly phone: string | null;
  /** The variables that an imprint needs and that are not set. */
  readonly missing: readonly string[];
};

export function siteOperator(): Operator {
  const { OPERATOR_NAME, OPERATOR_ADDRESS, OPERATOR_EMAIL, OPERATOR_PHONE } = env();
  const needed = { OPERATOR_NAME, OPERATOR_ADDRESS, OPERATOR_EMAIL };
  return {
    name: OPERATOR_NAME ?? null,
    addressLines: (OPERATOR_ADDRESS ?? "")
      .split(/;|\r?\n/)
      .map((text) => text.trim())
      .filter(Boolean),
    email: OPERATOR_EMAIL ?? null,
    phone: OPERATOR_PHONE ?? null,
    missing: Object.entries(needed).flatMap(([name, value]) => (value ? [] : [name])),
  };
}

/** After how many days without use an account without a name is deleted; `null`: never. */
export function anonymousDays(): number | null {
  return env().ANONYMOUS_DAYS ?? null;
}

/** The style guide is for those who work on the application, not for its readers. */
export function showsStyleguide(): boolean {
  return env().NODE_ENV === "development";
}
