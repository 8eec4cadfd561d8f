import * as z from "zod/mini";

/** A name as others read it: one line, without characters that cannot be seen or that turn the line around. */
export const lineSchema = z
  .string()
  .check(
    z.trim(),
    z.minLength(1),
    z.maxLength(80),
    z.regex(/^[^\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]*$/u),
  );

const emailSchema = z.pipe(
  z.pipe(z.string().check(z.trim(), z.maxLength(254)), z.email()),
  z.transform((email) => email.toLowerCase()),
);

/** Length is what makes a password hard to guess; NIST SP 800-63B asks for no more than that. */
const passwordSchema = z.string().check(z.minLength(10), z.maxLength(128));

/** A password as it is entered to sign in: whatever was allowed when it was chosen. */
const enteredPasswordSchema = z.string().check(z.minLength(1), z.maxLength(128));

const tokenSchema = z.string().check(z.minLength(1), z.maxLength(1000));

export const signUpSchema = z.strictObject({
  name: lineSchema,
  email: emailSchema,
  password: passwordSchema,
});

export const signInSchema = z.strictObject({
  email: emailSchema,
  password: enteredPasswordSchema,
  /** On a computer that others use too: the session ends with the browser. */
  isShared: z._default(z.boolean(), false),
});

export const emailOnlySchema = z.strictObject({ email: emailSchema });

export const tokenOnlySchema = z.strictObject({ token: tokenSchema });

export const newPasswordSchema = z.strictObject({ token: tokenSchema, password: passwordSchema });

export const changePasswordSchema = z.strictObject({
  current: enteredPasswordSchema,
  password: passwordSchema,
});

export const recoverySchema = z.strictObject({
  code: z.string().check(z.minLength(1), z.maxLength(60)),
});

export const nameOnlySchema = z.strictObject({ name: lineSchema });

export const sharedOnlySchema = z.strictObject({ isShared: z.boolean() });

/** Deleting asks for the password, where there is one: an open session is not enough. */
export const deleteAccountSchema = z.strictObject({ password: z.nullable(enteredPasswordSchema) });
