// The browser's own modal dialog: it keeps the focus inside without a round trip, and gives it back when it closes.
export function show(dialog) {
  if (dialog && !dialog.open) dialog.showModal();
}

export function close(dialog) {
  dialog?.close();
}
