import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { MessagePage } from "@/ui/controls/message";
import { SiteHeader } from "@/ui/controls/site-header";

export default function NotFoundPage() {
  const t = useTranslations("NotFound");
  return (
    <>
      <SiteHeader />
      <MessagePage title={t("title")} explanation={t("explanation")}>
        <p>
          <Link href="/">{t("toLibrary")}</Link>
        </p>
      </MessagePage>
    </>
  );
}
