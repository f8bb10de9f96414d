// Zooms a flowchart and lets a mouse drag it; what scrolls, scrolls by itself. Boxes stay links: a drag is not a click.
const least = 0.2, most = 3, slack = 4;

export const open = room => {
    const chart = room.querySelector('svg');
    const stop = new AbortController();
    const listen = (element, kind, heard, options) => element.addEventListener(kind, heard, { signal: stop.signal, ...options });
    // How large it is drawn stands at the room: the page writes the chart's own style anew when its size changes.
    const show = scale => {
        room.dataset.zoomed = '';
        room.style.setProperty('--zoom', scale);
    };
    const whole = () => {
        const { width, height } = chart.viewBox.baseVal, style = getComputedStyle(room);
        const across = room.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        const down = (parseFloat(style.maxHeight) || room.clientHeight) - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
        show(Math.min(1, across / width, down / height));
    };
    const zoom = (factor, x = room.clientWidth / 2, y = room.clientHeight / 2) => {
        if (factor === 0) return whole();
        const natural = chart.viewBox.baseVal.width, before = chart.getBoundingClientRect().width;
        const after = Math.min(most, Math.max(least, factor * before / natural)) * natural;
        show(after / natural);
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
    listen(window, 'pointercancel', () => { held = null; });
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
        // Lets boxes be moved, by pointer or arrow keys, connected from their ports and deleted; the page hears of the end.
        edit: page => edit(room, chart, listen, page),
        close: () => stop.abort(),
    };
};

const edit = (room, chart, listen, page) => {
    const keys = { ArrowLeft: [-10, 0], ArrowRight: [10, 0], ArrowUp: [0, -10], ArrowDown: [0, 10] };
    const arrows = id => chart.querySelectorAll(`path[data-from="${CSS.escape(id)}"], path[data-to="${CSS.escape(id)}"]`);
    const place = event => new DOMPoint(event.clientX, event.clientY).matrixTransform(chart.getScreenCTM().inverse());
    let held = null, line = null, target = null;

    const aim = box => {
        if (box === target) return;
        target?.classList.remove('target');
        (target = box)?.classList.add('target');
    };
    const begin = event => {
        const box = event.target.closest('a.node');
        if (!box || event.button !== 0 || (held && held.pointer !== event.pointerId)) return;
        event.stopPropagation();
        if (held) cancel(event);
        held = { pointer: event.pointerId, box, id: box.dataset.activity, port: event.target.dataset?.port, from: place(event), moved: false };
    };
    const letGo = () => {
        held = null;
        line?.remove();
        line = null;
        aim(null);
    };
    const putBack = was => {
        was.box.classList.remove('moving');
        was.box.style.transform = '';
        chart.querySelectorAll('.faint').forEach(arrow => arrow.classList.remove('faint'));
    };
    const go = event => {
        if (held?.pointer !== event.pointerId) return;
        const at = place(event), [x, y] = [at.x - held.from.x, at.y - held.from.y];
        if (!held.moved && Math.abs(x) + Math.abs(y) < slack) return;
        held.moved = true;
        if (held.port === undefined) {
            held.box.classList.add('moving');
            held.box.style.transform = `translate(${x}px, ${y}px)`;
            arrows(held.id).forEach(arrow => arrow.classList.add('faint'));
            return;
        }
        if (!line) chart.append(line = document.createElementNS('http://www.w3.org/2000/svg', 'path'));
        line.setAttribute('class', 'drawn');
        line.setAttribute('d', `M${held.from.x} ${held.from.y} L${at.x} ${at.y}`);
        aim(document.elementFromPoint(event.clientX, event.clientY)?.closest('a.node') ?? null);
    };
    const end = async event => {
        if (held?.pointer !== event.pointerId) return;
        const was = held, goal = target, at = place(event);
        letGo();
        if (!was.moved) return;
        room.dataset.dragged = '';
        setTimeout(() => delete room.dataset.dragged);
        if (was.port !== undefined) {
            if (goal && goal !== was.box) await page.invokeMethodAsync('Connect', was.id, was.port, goal.dataset.activity);
            return;
        }
        try { await page.invokeMethodAsync('Move', was.id, at.x - was.from.x, at.y - was.from.y, false); } finally { putBack(was); }
    };
    // The browser takes a finger away, as for scrolling: nothing was done.
    const cancel = event => {
        if (held?.pointer !== event.pointerId) return;
        const was = held;
        letGo();
        putBack(was);
    };
    listen(chart, 'pointerdown', begin);
    listen(window, 'pointermove', go);
    listen(window, 'pointerup', end);
    listen(window, 'pointercancel', cancel);
    listen(chart, 'keydown', event => {
        const box = event.target.closest('a.node'), step = keys[event.key];
        if (!box || event.ctrlKey || event.metaKey || event.altKey || (!step && event.key !== 'Delete')) return;
        event.preventDefault();
        event.stopPropagation();
        if (step) page.invokeMethodAsync('Move', box.dataset.activity, ...step, true);
        else page.invokeMethodAsync('Delete', box.dataset.activity);
    });
};
