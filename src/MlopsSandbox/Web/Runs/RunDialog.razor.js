// Opens and closes a dialog of the browser; opened so, it holds the focus and gives it back.
export const open = dialog => { if (!dialog.open) dialog.showModal(); };
export const close = dialog => dialog.close();
