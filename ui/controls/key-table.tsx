import { useTranslations } from "next-intl";
import { Fragment } from "react";

/** The keys of the reading page: ui/reader/light-sentences.ts, ui/reader/reveal-counterpart.tsx and ui/annotations/key-acts.ts answer them. */
export function KeyTable() {
  const t = useTranslations("About.keys");
  const keys = {
    walk: ["j", "k"],
    cross: ["g"],
    reveal: [t("space")],
    choose: ["h"],
    extend: [`${t("shift")} + ←`, "→"],
    colour: ["1", "2", "3", "4"],
    note: ["n"],
    open: ["e"],
    cancel: [t("escape")],
  } as const;
  const acts = [
    ...(["walk", "cross", "reveal", "choose", "extend"] as const),
    ...(["colour", "note", "open", "cancel"] as const),
  ];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t("key")}</th>
          <th scope="col">{t("act")}</th>
        </tr>
      </thead>
      <tbody>
        {acts.map((act) => (
          <tr key={act}>
            <th scope="row">
              {keys[act].map((key, index) => (
                <Fragment key={key}>
                  {index > 0 && " "}
                  <kbd>{key}</kbd>
                </Fragment>
              ))}
            </th>
            <td>{t(act)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
