import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { normalizeTag, tagKey } from "@/core/annotation/tag";
import { suggestTags } from "./suggest-tags";
import styles from "./tag-field.module.css";

type TagFieldProps = {
  label: string;
  tags: readonly string[];
  /** The reader's tags, the most used first. */
  known: readonly string[];
  takesFocus?: boolean;
  onChange: (tags: string[]) => void;
  /** Escape with nothing in the field, or Enter: the reader is done. */
  onClose?: () => void;
};

/** Tags in the writing: an editable combobox with a list (ARIA pattern), and each tag with its way out before it. */
export function TagField({ label, tags, known, takesFocus, onChange, onClose }: TagFieldProps) {
  const t = useTranslations("Tags");
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const options = suggestTags(text, known, tags);
  const isShown = isOpen && options.length > 0;

  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);

  function add(name: string) {
    const tag = normalizeTag(name);
    const isNew = tag !== "" && !tags.some((one) => tagKey(one) === tagKey(tag));
    if (isNew) onChange([...tags, tag]);
    setText("");
    setActive(-1);
    field.current?.focus();
  }

  function remove(name: string) {
    onChange(tags.filter((tag) => tag !== name));
    field.current?.focus();
  }

  function handleKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    const act = actOf(event.key);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  function actOf(key: string): (() => void) | null {
    const chosen = isShown ? options[active]?.name : undefined;
    switch (key) {
      case "ArrowDown":
      case "ArrowUp":
        return () => move(key === "ArrowDown" ? 1 : -1);
      case "Enter":
        if (chosen !== undefined) return () => add(chosen);
        if (text.trim() !== "") return () => add(text);
        return onClose ?? null;
      case ",":
        return () => add(text);
      case "Escape":
        if (isShown) return () => close();
        return onClose ?? null;
      case "Backspace": {
        const last = tags.at(-1);
        return text === "" && last !== undefined ? () => remove(last) : null;
      }
      default:
        return null;
    }
  }

  function move(by: 1 | -1) {
    setIsOpen(true);
    const count = options.length;
    setActive(count === 0 ? -1 : (active + by + (active < 0 && by < 0 ? 1 : 0) + count) % count);
  }

  function close() {
    setIsOpen(false);
    setActive(-1);
  }

  return (
    <div className={styles.field}>
      {tags.map((tag) => (
        <span key={tag} className={styles.tag}>
          {tag}
          <button
            type="button"
            className={styles.remove}
            aria-label={t("remove", { tag })}
            onClick={() => remove(tag)}
          >
            <X aria-hidden size={12} strokeWidth={2.25} />
          </button>
        </span>
      ))}
      <span className={styles.entry}>
        <input
          ref={field}
          className={styles.input}
          role="combobox"
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={isShown}
          aria-controls={listId}
          aria-activedescendant={isShown && active >= 0 ? `${listId}-${active}` : undefined}
          autoComplete="off"
          autoCapitalize="none"
          maxLength={60}
          placeholder={tags.length === 0 ? t("placeholder") : undefined}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setIsOpen(true);
            setActive(-1);
          }}
          onKeyDown={handleKey}
          onClick={() => setIsOpen(true)}
          onBlur={close}
        />
        <div
          id={listId}
          role="listbox"
          aria-label={label}
          hidden={!isShown}
          className={styles.list}
          // The field keeps the focus, so that its blur does not close the list before the click arrives.
          onPointerDown={(event) => event.preventDefault()}
        >
          {options.map(({ name, isNew }, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and points here (aria-activedescendant)
            // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the keys
            <div
              key={name}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              className={styles.option}
              onClick={() => add(name)}
            >
              {isNew ? t("create", { tag: name }) : name}
            </div>
          ))}
        </div>
      </span>
    </div>
  );
}
