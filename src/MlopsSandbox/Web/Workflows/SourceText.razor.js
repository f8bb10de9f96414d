// Brings a line into its room, without moving the page.
export const reveal = (room, line) => {
    const found = room.querySelector(`[data-line="${line}"]`);
    if (found) room.scrollTop += found.getBoundingClientRect().top - room.getBoundingClientRect().top - 24;
};
