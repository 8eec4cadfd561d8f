/**
 * Something the person at the keyboard can put right: said in one sentence, without a stack trace.
 * `reason` is a key of `Start.refused` in messages, `values` fill its sentence.
 */
export class Refusal extends Error {
  /**
   * @param {string} reason
   * @param {Readonly<Record<string, string | number>>} [values]
   */
  constructor(reason, values = {}) {
    super(`${reason} ${JSON.stringify(values)}`);
    this.name = "Refusal";
    this.reason = reason;
    this.values = values;
  }
}
