import { NextIntlClientProvider } from "next-intl";
import { createRoot } from "react-dom/client";
import messages from "@/messages/de.json";
import { AnnotationLayer } from "@/ui/annotations/annotation-layer";
import "@/ui/annotations/highlights.css";

// The annotation layer as the reading page mounts it.
const root = document.createElement("div");
document.body.append(root);
createRoot(root).render(
  <NextIntlClientProvider locale="de" messages={messages} timeZone="Europe/Berlin">
    <AnnotationLayer
      articleSlug="bench"
      version={{ id: "bench", number: 1 }}
      view={{ layout: "parallel", part: 1 }}
      partCount={1}
    />
  </NextIntlClientProvider>,
);
