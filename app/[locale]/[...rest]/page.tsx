import { notFound } from "next/navigation";

/** Any path under a language that no page stands at. */
export default function UnknownPage() {
  notFound();
}
