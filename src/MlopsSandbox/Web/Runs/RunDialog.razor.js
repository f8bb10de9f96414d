// Opens a dialog of the browser, and shuts it; opened so, it holds the focus and gives it back. With its page it simply goes.
export const open = dialog => {
    if (!dialog.open) dialog.showModal();
    return { shut: () => dialog.close(), close: () => {} };
};
