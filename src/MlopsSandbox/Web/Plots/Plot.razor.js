// Draws a PlotSpec with ECharts, in the colours of css/palette.css, and draws it again when light turns dark.
const shapes = { line: 'line', step: 'line', area: 'line', bar: 'bar', points: 'scatter' };
let loading = null;

const load = () => loading ??= new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = '/lib/echarts/echarts.common.min.js';
    script.onload = () => done(window.echarts);
    script.onerror = () => failed(new Error('the drawing library could not be loaded'));
    document.head.append(script);
});

const colours = room => {
    const probe = document.createElement('i');
    room.append(probe);
    const of = name => { probe.style.color = `var(--${name})`; return getComputedStyle(probe).color; };
    const found = { ink: of('ink'), soft: of('soft'), line: of('line'), grid: of('grid'), surface: of('surface'), raised: of('raised'), good: of('good'), bad: of('bad'), warn: of('warn'), quiet: of('quiet'), series: [0, 1, 2, 3, 4, 5].map(n => of(`series-${n}`)) };
    probe.remove();
    return found;
};

const number = value => value === null || value === undefined || Number.isNaN(value) ? '–'
    : Math.abs(value) >= 1000 ? Math.round(value).toLocaleString('en-US') : String(Number(Number(value).toPrecision(4)));
const head = axis => axis.unit ? `${axis.name} (${axis.unit})` : axis.name;

const axisOf = (axis, c, isX, gap = 12) => ({
    type: { number: 'value', time: 'time', category: 'category' }[axis.kind],
    data: axis.kind === 'category' ? axis.categories : undefined,
    name: head(axis), nameLocation: isX ? 'middle' : 'end', nameGap: isX ? 28 : gap, nameTextStyle: { color: c.soft, align: isX ? 'center' : 'left', fontSize: 12 },
    min: axis.min ?? undefined, max: axis.max ?? undefined, scale: true,
    axisLine: { show: isX, lineStyle: { color: c.line } }, axisTick: { show: isX, lineStyle: { color: c.line } },
    axisLabel: { color: c.soft, fontSize: 12, hideOverlap: true, formatter: axis.kind === 'number' ? number : undefined },
    splitLine: { show: !isX, lineStyle: { color: c.grid } },
});

const seriesOf = (one, place, spec, c) => {
    const colour = c.series[(one.colour ?? place) % c.series.length];
    const few = one.points.filter(point => point.y !== null).length <= 40;
    return {
        name: one.name, type: shapes[one.shape], step: one.shape === 'step' ? 'end' : undefined, data: one.points.map(point => [point.x, point.y]),
        color: colour, symbol: 'circle', symbolSize: one.shape === 'points' ? 8 : 5, showSymbol: few, connectNulls: false, sampling: 'lttb', large: true,
        lineStyle: { width: 2, type: one.isDashed ? [6, 4] : 'solid' }, areaStyle: one.shape === 'area' ? { opacity: .18 } : undefined,
        barMaxWidth: 34, emphasis: { disabled: true }, z: one.isDashed ? 2 : 3,
    };
};

// The names of marks stand above the drawing in up to three rows, so that neighbours do not cover each other.
const labelRows = spec => Math.min(spec.marks.length, 3);

const marks = (spec, c) => ({
    name: '', type: 'line', data: [], silent: true, tooltip: { show: false },
    markArea: { silent: true, itemStyle: { color: c.warn, opacity: .13 }, label: { show: false },
        data: spec.bands.map(band => [{ name: band.name, xAxis: band.from }, { xAxis: band.to ?? 'max' }]) },
    markLine: { silent: true, symbol: 'none', label: { fontSize: 11 }, data: [
        ...spec.marks.map((mark, place) => ({ name: mark.name, xAxis: mark.x, lineStyle: { color: c[mark.tone] ?? c.quiet, type: 'solid', width: 1.5 },
            label: { formatter: () => mark.name, color: c[mark.tone] ?? c.soft, position: 'end', distance: 3 + 13 * (place % labelRows(spec)), rotate: 0 } })),
        ...spec.limits.map(limit => ({ name: limit.name, yAxis: limit.y, lineStyle: { color: c.quiet, type: [4, 4], width: 1.5 },
            label: { formatter: () => limit.name, color: c.soft, position: 'insideEndTop' } }))] },
});

// The legend takes as many rows as its names need.
const legendNames = spec => [...spec.series.map(one => one.name), ...new Set(spec.bands.map(band => band.name))];
const legendRows = (spec, width) => {
    const names = legendNames(spec);
    let rows = names.length < 2 ? 0 : 1, filled = 0;
    for (const name of names) {
        const needed = 40 + 6.7 * name.length;
        if (filled > 0 && filled + needed > width) { rows++; filled = 0; }
        filled += needed;
    }
    return rows;
};

const optionOf = (spec, c, width) => ({
    animation: false, aria: { enabled: false }, textStyle: { fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif', color: c.ink },
    grid: { left: 4, right: 14, top: 30 + 13 * labelRows(spec), bottom: 26 + 24 * legendRows(spec, width), containLabel: true },
    legend: { show: legendNames(spec).length > 1, bottom: 0, left: 0, itemGap: 14, itemWidth: 18, itemHeight: 8, textStyle: { color: c.soft }, data: [...spec.series.map(one => one.name), ...[...new Set(spec.bands.map(band => band.name))].map(name => ({ name, icon: 'rect' }))] },
    tooltip: { trigger: spec.series.some(one => one.shape === 'points') ? 'item' : 'axis', backgroundColor: c.raised, borderColor: c.line, textStyle: { color: c.ink, fontSize: 13 }, valueFormatter: number, confine: true, axisPointer: { type: 'line', lineStyle: { color: c.quiet } } },
    xAxis: { ...axisOf(spec.x, c, true), ...(spec.series.every(one => one.shape !== 'bar') && spec.x.kind === 'category' ? { boundaryGap: false } : {}) },
    yAxis: axisOf(spec.y, c, false, 12 + 13 * labelRows(spec)),
    series: [...spec.series.map((one, place) => seriesOf(one, place, spec, c)), ...[...new Set(spec.bands.map(band => band.name))].map(name => ({ name, type: 'line', data: [], color: c.warn, silent: true })), ...(spec.bands.length + spec.marks.length + spec.limits.length ? [marks(spec, c)] : [])],
});

const cell = text => /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const table = spec => {
    const at = x => spec.x.kind === 'time' ? new Date(x).toISOString() : spec.x.kind === 'category' ? spec.x.categories[x] ?? String(x) : String(x);
    const places = [...new Set(spec.series.flatMap(one => one.points.map(point => point.x)))].sort((a, b) => a - b);
    const heights = spec.series.map(one => new Map(one.points.map(point => [point.x, point.y])));
    const rows = places.map(x => [at(x), ...heights.map(one => one.get(x) ?? '')]);
    return [[head(spec.x), ...spec.series.map(one => one.name)], ...rows].map(row => row.map(value => cell(String(value))).join(',')).join('\n') + '\n';
};

const save = (address, name) => {
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
};

export const open = room => {
    let chart = null, spec = null, closed = false;
    const show = () => { if (chart && spec) chart.setOption(optionOf(spec, colours(room), room.clientWidth), { notMerge: true }); };
    const sized = new ResizeObserver(() => { chart?.resize(); show(); });
    sized.observe(room);
    document.addEventListener('themechange', show);
    return {
        draw: async text => {
            spec = JSON.parse(text);
            const echarts = await load();
            if (closed) return;
            chart ??= echarts.init(room, null, { renderer: 'canvas' });
            show();
            room.dataset.drawn = spec.series.reduce((sum, one) => sum + one.points.length, 0);
        },
        download: kind => {
            if (!spec) return;
            const name = spec.title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'plot';
            if (kind === 'png') return save(chart.getDataURL({ pixelRatio: 2, backgroundColor: colours(room).surface }), `${name}.png`);
            const file = URL.createObjectURL(new Blob([table(spec)], { type: 'text/csv' }));
            save(file, `${name}.csv`);
            setTimeout(() => URL.revokeObjectURL(file), 1000);
        },
        close: () => {
            closed = true;
            sized.disconnect();
            document.removeEventListener('themechange', show);
            chart?.dispose();
            chart = null;
        },
    };
};
