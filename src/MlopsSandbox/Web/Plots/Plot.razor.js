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

const dates = { year: '{yyyy}-{MM}-{dd}', month: '{yyyy}-{MM}-{dd}', day: '{MM}-{dd}', hour: '{HH}:{mm}', minute: '{HH}:{mm}', second: '{HH}:{mm}:{ss}' };

const axisOf = (axis, c, isX, gap = 12) => ({
    type: axis.isLogarithmic ? 'log' : { number: 'value', time: 'time', category: 'category' }[axis.kind],
    data: axis.kind === 'category' ? axis.categories : undefined,
    name: head(axis), nameLocation: isX ? 'middle' : 'end', nameGap: isX ? 28 : gap, nameTextStyle: { color: c.soft, align: isX ? 'center' : 'left', fontSize: 12 },
    min: axis.min ?? undefined, max: axis.max ?? undefined, scale: true,
    axisLine: { show: isX, lineStyle: { color: c.line } }, axisTick: { show: isX, lineStyle: { color: c.line } },
    axisLabel: { color: c.soft, fontSize: 12, hideOverlap: true, formatter: axis.kind === 'number' ? number : axis.kind === 'time' ? dates : undefined },
    splitLine: { show: !isX, lineStyle: { color: c.grid } },
});

// The names of marks stand above the drawing in up to three rows, so that neighbours do not cover each other.
const labelRows = spec => Math.min(spec.marks.length, 3);

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

// Bars that lie have their names upright, the first at the top.
const lying = (spec, c) => ({
    xAxis: { ...axisOf(spec.y, c, false), nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: c.soft, align: 'center', fontSize: 12 } },
    yAxis: { ...axisOf(spec.x, c, true), name: '', inverse: true, axisTick: { show: false }, axisLabel: { color: c.ink, fontSize: 12, width: 130, overflow: 'truncate' } },
});

// Panels share the horizontal axis: its ends are the same in all, and only the last one is labelled.
// Names of lanes stand at whole heights.
const lanes = (axis, c) => axis.kind !== 'category' ? {} : {
    type: 'value', min: -1, max: axis.categories.length, interval: 1, splitLine: { show: false },
    axisLabel: { color: c.soft, fontSize: 12, formatter: height => axis.categories[height] ?? '' },
};
const panelled = (spec, c, width) => {
    const panels = [spec.y, ...spec.below], last = panels.length - 1, gap = 34, top = 30 + 13 * labelRows(spec), bottom = 46 + 24 * legendRows(spec, width);
    const weights = panels.map(axis => axis.weight), each = (spec.height - top - bottom - gap * last) / weights.reduce((sum, one) => sum + one, 0);
    const places = [...spec.series.flatMap(one => one.points.map(point => point.x)), ...spec.bands.flatMap(band => band.to === null ? [band.from] : [band.from, band.to]), ...spec.marks.map(mark => mark.x)];
    const ends = places.length ? { min: Math.min(...places), max: Math.max(...places) } : {};
    let from = top;
    const grids = weights.map(weight => { const grid = { left: 62, right: 14, top: from, height: each * weight, outerBoundsMode: 'none' }; from += each * weight + gap; return grid; });
    return {
        grid: grids,
        xAxis: panels.map((_, place) => ({ ...axisOf(spec.x, c, true), ...ends, gridIndex: place, ...(place < last ? { name: '', axisLabel: { show: false }, axisTick: { show: false } } : {}) })),
        yAxis: panels.map((axis, place) => ({ ...axisOf(axis, c, false, place === 0 ? 12 + 13 * labelRows(spec) : 12), gridIndex: place, ...lanes(axis, c), nameTextStyle: { color: c.soft, align: 'left', fontSize: 12, padding: [0, 0, 0, -54] } })),
        axisPointer: { link: [{ xAxisIndex: 'all' }] },
    };
};

const axisOfSeries = (one, spec) => one.panel === 0 ? spec.y : spec.below[one.panel - 1];
const marker = { good: 'circle', bad: 'triangle', warn: 'diamond', quiet: 'rect' };

const seriesOf = (one, place, spec, c) => {
    const colour = one.tone ? c[one.tone] : c.series[(one.colour ?? place) % c.series.length];
    const axis = axisOfSeries(one, spec);
    const drawn = point => point.y === null ? null : axis.isLogarithmic ? Math.max(point.y, axis.min) : point.y;
    const isTold = axis.isLogarithmic || axis.kind === 'category' || one.points.some(point => point.text);
    const told = (value, point) => isTold && point?.text ? point.text : axis.kind === 'category' ? '' : `${number(isTold ? point?.y : [value].flat().at(-1))}${axis.unit ? ` ${axis.unit}` : ''}`;
    const few = one.points.filter(point => point.y !== null).length <= 40;
    return {
        name: one.name, type: shapes[one.shape], step: one.shape === 'step' ? 'end' : undefined, data: one.points.map(point => spec.isLying ? [drawn(point), point.x] : [point.x, drawn(point)]),
        xAxisIndex: one.panel, yAxisIndex: one.panel, tooltip: { valueFormatter: (value, index) => told(value, one.points[index]) },
        color: colour, symbol: marker[one.tone] ?? 'circle', symbolSize: one.shape === 'points' ? (one.tone ? 11 : 8) : 5, showSymbol: few && one.shape !== 'step', connectNulls: false, sampling: isTold ? undefined : 'lttb', large: true,
        lineStyle: { width: 2, type: one.isDashed ? [6, 4] : 'solid' }, areaStyle: one.shape === 'area' ? { opacity: .18 } : undefined,
        barMaxWidth: 34, emphasis: { disabled: true }, z: one.isDashed ? 2 : 3,
    };
};

const marks = (spec, c, panel = 0) => ({
    name: '', type: 'line', data: [], silent: true, tooltip: { show: false }, xAxisIndex: panel, yAxisIndex: panel,
    markArea: { silent: true, itemStyle: { color: c.warn, opacity: .13 }, label: { show: false },
        data: spec.bands.map(band => [{ name: band.name, xAxis: band.from }, { xAxis: band.to ?? 'max' }]) },
    markLine: { silent: true, symbol: 'none', label: { fontSize: 11 }, data: [
        ...spec.marks.map((mark, place) => ({ name: mark.name, xAxis: mark.x, lineStyle: { color: c[mark.tone] ?? c.quiet, type: 'solid', width: 1.5 },
            label: { show: panel === 0, formatter: () => mark.name, color: c[mark.tone] ?? c.soft, position: 'end', distance: 3 + 13 * (place % labelRows(spec)), rotate: 0 } })),
        ...spec.limits.filter(limit => limit.panel === panel).map(limit => ({ name: limit.name, yAxis: limit.y, lineStyle: { color: c.quiet, type: [4, 4], width: 1.5 },
            label: { formatter: () => limit.name, color: c.soft, backgroundColor: c.surface, padding: [1, 3], position: panel === 0 ? 'insideEndTop' : 'insideStartBottom' } }))] },
});

const optionOf = (spec, c, width) => ({
    animation: false, useUTC: true, aria: { enabled: false }, textStyle: { fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif', color: c.ink },
    grid: { left: 4, right: 14, top: 30 + 13 * labelRows(spec), bottom: 26 + 24 * legendRows(spec, width), containLabel: true },
    legend: { show: legendNames(spec).length > 1, bottom: 0, left: 0, itemGap: 14, itemWidth: 18, itemHeight: 8, textStyle: { color: c.soft }, data: [...spec.series.map(one => one.name), ...[...new Set(spec.bands.map(band => band.name))].map(name => ({ name, icon: 'rect' }))] },
    tooltip: { trigger: spec.below.length === 0 && spec.series.some(one => one.shape === 'points') ? 'item' : 'axis', backgroundColor: c.raised, borderColor: c.line, textStyle: { color: c.ink, fontSize: 13 }, confine: true, axisPointer: { type: 'line', lineStyle: { color: c.quiet } } },
    xAxis: { ...axisOf(spec.x, c, true), ...(spec.series.every(one => one.shape !== 'bar') && spec.x.kind === 'category' ? { boundaryGap: false } : {}) },
    yAxis: axisOf(spec.y, c, false, 12 + 13 * labelRows(spec)),
    ...(spec.isLying ? lying(spec, c) : spec.below.length ? panelled(spec, c, width) : {}),
    series: [...spec.series.map((one, place) => seriesOf(one, place, spec, c)), ...[...new Set(spec.bands.map(band => band.name))].map(name => ({ name, type: 'line', data: [], color: c.warn, silent: true })), ...(spec.bands.length + spec.marks.length + spec.limits.length ? [spec.y, ...spec.below].map((_, panel) => marks(spec, c, panel)) : [])],
});

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
        download: (kind, csv) => {
            if (!spec) return;
            const name = spec.title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'plot';
            if (kind === 'png') return save(chart.getDataURL({ pixelRatio: 2, backgroundColor: colours(room).surface }), `${name}.png`);
            const file = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
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
