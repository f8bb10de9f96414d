// What must answer at once in a waterfall: keys and drags move the window here, and the server, which draws ticks and lines, is told a little later.
const least = 1e-7;

export const open = (room, server) => {
    const map = room.querySelector('.map'), lines = room.querySelector('.lines');
    const stop = new AbortController(), listening = { signal: stop.signal };
    const read = () => ['--from', '--to'].map(name => Number(room.style.getPropertyValue(name)));
    let telling;
    const show = (from, to) => {
        const width = Math.min(1, Math.max(least, to - from));
        from = Math.min(1 - width, Math.max(0, from));
        room.style.setProperty('--from', from);
        room.style.setProperty('--to', from + width);
        clearTimeout(telling);
        telling = setTimeout(() => server.invokeMethodAsync('Show', from, from + width), 80);
    };
    const pan = share => { const [from, to] = read(), by = (to - from) * share; show(from + by, to + by); };
    const zoom = (factor, at) => { const [from, to] = read(), middle = at ?? (from + to) / 2; show(middle - (middle - from) * factor, middle + (to - middle) * factor); };

    const keys = {
        a: () => pan(-.2), ArrowLeft: () => pan(-.2), d: () => pan(.2), ArrowRight: () => pan(.2),
        w: () => zoom(.6), '+': () => zoom(.6), '=': () => zoom(.6), s: () => zoom(1 / .6), '-': () => zoom(1 / .6), 0: () => show(0, 1),
        ArrowDown: () => server.invokeMethodAsync('Step', 1), ArrowUp: () => server.invokeMethodAsync('Step', -1), f: () => server.invokeMethodAsync('Fold'),
    };
    lines.addEventListener('keydown', event => {
        const action = event.ctrlKey || event.metaKey || event.altKey ? null : keys[event.key];
        if (action) { event.preventDefault(); action(); }
        else if (event.key === '?') document.getElementById('keys')?.showModal();
    }, listening);
    lines.addEventListener('wheel', event => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        const bars = room.querySelector('.ticks').getBoundingClientRect(), [from, to] = read();
        zoom(event.deltaY < 0 ? .8 : 1.25, from + (to - from) * Math.min(1, Math.max(0, (event.clientX - bars.left) / bars.width)));
    }, { ...listening, passive: false });

    const place = event => { const room = map.getBoundingClientRect(); return Math.min(1, Math.max(0, (event.clientX - room.left) / room.width)); };
    let began = null;
    map.addEventListener('pointerdown', event => { began = place(event); map.setPointerCapture(event.pointerId); }, listening);
    map.addEventListener('pointermove', event => {
        if (began === null) return;
        const here = place(event);
        if (Math.abs(here - began) * map.clientWidth > 4) show(Math.min(began, here), Math.max(began, here));
    }, listening);
    map.addEventListener('pointerup', event => {
        const here = place(event), [from, to] = read();
        if (began !== null && Math.abs(here - began) * map.clientWidth <= 4 && to - from < 1) show(here - (to - from) / 2, here + (to - from) / 2);
        began = null;
    }, listening);
    map.addEventListener('dblclick', () => show(0, 1), listening);

    return {
        // Lines that were only just asked for have no height yet: it is tried again for some frames.
        bring: (top, height) => {
            let tries = 60;
            const scroll = () => {
                if (lines.scrollHeight < top + height && tries-- > 0) return requestAnimationFrame(scroll);
                if (top < lines.scrollTop || top + height > lines.scrollTop + lines.clientHeight) lines.scrollTop = Math.max(0, top - lines.clientHeight / 3);
            };
            scroll();
        },
        close: () => { clearTimeout(telling); stop.abort(); },
    };
};
