import { useTranslations } from "next-intl";
import { Message } from "@/ui/controls/message";
import styles from "@/ui/controls/message-page.module.css";
import { OperatorDetails } from "@/ui/controls/operator-details";
import { Specimen } from "./specimen";

/** What pages say when there is nothing to show. */
export function PageSpecimens() {
  const t = useTranslations("Styleguide");
  const missing = useTranslations("NotFound");
  const failed = useTranslations("ErrorPage");
  return (
    <Specimen title={t("messages")}>
      <div className={styles.page}>
        <Message title={missing("title")} explanation={missing("explanation")}>
          <p>
            <a href="#main">{missing("toLibrary")}</a>
          </p>
        </Message>
      </div>
      <div className={styles.page}>
        <Message title={failed("title")} explanation={failed("explanation")}>
          <p className={styles.digest}>{failed("digest", { digest: "2718281828" })}</p>
          <p>
            <button type="button" className={styles.button}>
              {failed("tryAgain")}
            </button>
            <a href="#main" className={styles.way}>
              {failed("toLibrary")}
            </a>
          </p>
        </Message>
      </div>
      <div className={styles.page}>
        <OperatorDetails
          name={null}
          addressLines={[]}
          email={null}
          phone={null}
          missing={["OPERATOR_NAME", "OPERATOR_ADDRESS", "OPERATOR_EMAIL"]}
        />
      </div>
    </Specimen>
  );
}
