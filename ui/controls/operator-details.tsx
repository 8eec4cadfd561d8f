import { useTranslations } from "next-intl";

type OperatorDetailsProps = {
  name: string | null;
  addressLines: readonly string[];
  email: string | null;
  phone: string | null;
  /** Names of the variables that are not set. */
  missing: readonly string[];
};

/** Who runs this installation, and in plain words what they have not said yet. */
export function OperatorDetails({
  name,
  addressLines,
  email,
  phone,
  missing,
}: OperatorDetailsProps) {
  const t = useTranslations("Operator");
  const lines = [name, ...addressLines].filter((line) => line !== null);
  return (
    <>
      {lines.length > 0 && (
        <address>
          {lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </address>
      )}
      {email && (
        <p>
          {t("email")}: <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
      {phone && (
        <p>
          {t("phone")}: <a href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`}>{phone}</a>
        </p>
      )}
      {missing.length > 0 && (
        <>
          <p>{t("missing.reader")}</p>
          <p>{t("missing.operator")}</p>
          <ul>
            {missing.map((variable) => (
              <li key={variable}>
                <code>{variable}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
