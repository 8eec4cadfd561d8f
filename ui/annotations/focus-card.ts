/** Goes to the card of an annotation, after the render that shows it. */
export function focusCard(id: string): void {
  requestAnimationFrame(() => {
    const wanted = `[data-annotation="${id}"]`;
    const card =
      document.querySelector<HTMLElement>(`dialog[open] ${wanted}`) ??
      document.querySelector<HTMLElement>(wanted);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest" });
  });
}
