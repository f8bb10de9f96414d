// Zooms a flowchart and lets a mouse drag it; what scrolls, scrolls by itself. Boxes stay links: a drag is not a click.
const least = 0.2, most = 3, slack = 4;

export const open = room => {
    const chart = room.querySelector('svg');
    const stop = new AbortController();
    const listen = (element, kind, heard, options) => element.addEventListener(kind, heard, { signal: stop.signal, ...options });
    const zoom = (factor, x = room.clientWidth / 2, y = room.clientHeight / 2) => {
        if (factor === 0) { chart.style.width = '100%'; return; }
        const natural = chart.viewBox.baseVal.width, before = chart.getBoundingClientRect().width;
        const after = Math.min(most, Math.max(least, factor * before / natural)) * natural;
        chart.style.width = `${after}px`;
        room.scrollLeft = (room.scrollLeft + x) * after / before - x;
        room.scrollTop = (room.scrollTop + y) * after / before - y;
    };

    listen(room, 'wheel', event => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        const place = room.getBoundingClientRect();
        zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, event.clientX - place.left, event.clientY - place.top);
    }, { passive: false });
    listen(room, 'keydown', event => {
        const factor = { '+': 1.25, '=': 1.25, '-': 0.8, 0: 0 }[event.key];
        if (factor === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        zoom(factor);
    });
    listen(room.parentElement, 'click', event => {
        const button = event.target.closest('[data-zoom]');
        if (button) zoom(Number(button.dataset.zoom));
    });

    let held = null;
    listen(room, 'pointerdown', event => { if (event.pointerType === 'mouse' && event.button === 0) held = { x: event.clientX, y: event.clientY, left: room.scrollLeft, top: room.scrollTop, moved: false }; });
    listen(room, 'pointermove', event => {
        if (!held) return;
        const [x, y] = [event.clientX - held.x, event.clientY - held.y];
        held.moved ||= Math.abs(x) + Math.abs(y) > slack;
        if (held.moved) { room.scrollLeft = held.left - x; room.scrollTop = held.top - y; }
    });
    listen(window, 'pointerup', () => { const was = held; held = null; if (was?.moved) room.dataset.dragged = ''; setTimeout(() => delete room.dataset.dragged); });
    listen(room, 'click', event => { if ('dragged' in room.dataset) { event.preventDefault(); event.stopPropagation(); } }, { capture: true });
    listen(room, 'dragstart', event => event.preventDefault());

    return {
        // Brings the chosen box into the room, without moving the page.
        reveal: () => {
            const box = room.querySelector('[aria-current]')?.getBoundingClientRect(), place = room.getBoundingClientRect();
            if (!box) return;
            if (box.left < place.left || box.right > place.right) room.scrollLeft += box.left + box.width / 2 - place.left - place.width / 2;
            if (box.top < place.top || box.bottom > place.bottom) room.scrollTop += box.top + box.height / 2 - place.top - place.height / 2;
        },
        close: () => stop.abort(),
    };
};
