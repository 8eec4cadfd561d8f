/** Whether keys pressed there belong to a field or a dialog, and mean nothing else to the page. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const places = "input, textarea, select, dialog, [role=dialog]";
  return target.isContentEditable || target.closest(places) !== null;
}
