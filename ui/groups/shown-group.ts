import type { GroupRole } from "@/core/audience/access";

/** A group as the page is given it. */
export type ShownGroup = {
  readonly id: string;
  readonly role: GroupRole;
  readonly isArchived: boolean;
  readonly isThread: boolean;
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: GroupRole;
  }[];
  readonly invitations: readonly {
    readonly id: string;
    readonly role: GroupRole;
    readonly email: string | null;
    readonly expiresAt: string | null;
    readonly uses: number;
    readonly maxUses: number | null;
  }[];
  readonly assignments: readonly {
    readonly id: string;
    readonly slug: string;
    readonly titles: { readonly de: string | null; readonly en: string | null };
    readonly task: string;
    readonly dueAt: string | null;
    readonly readers: readonly {
      readonly id: string;
      readonly share: number;
      readonly noteCount: number;
    }[];
  }[];
  readonly bans: readonly { readonly userId: string; readonly name: string | null }[];
  readonly activity: readonly {
    readonly id: string;
    readonly author: string;
    readonly slug: string;
    readonly quote: string;
    readonly language: "de" | "en";
    readonly at: string;
  }[];
};
