/** What a person may do in this installation, beyond what everyone may. */
export const roles = ["owner", "editor", "reviewer", "reader"] as const;

export type Role = (typeof roles)[number];

/** Whoever asks, with an account; an anonymous account is one too. */
export type Viewer = {
  readonly id: string;
  readonly isAnonymous: boolean;
  readonly role: Role;
};

/** Whoever asks without a session. A page that is the same for everybody asks as nobody. */
export const nobody = null;
