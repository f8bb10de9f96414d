// What Hangfire's pages lack within these: their language, what a box or a button without a word is for, and the look that was chosen around them.
const root = document.documentElement;
root.lang = 'en';
document.querySelector('.navbar-toggle')?.setAttribute('aria-label', 'Menu');

const name = () => {
    for (const box of document.querySelectorAll('input[type="checkbox"]:not([aria-label])')) box.setAttribute('aria-label', box.value && box.value !== 'on' ? `Job ${box.value}` : 'All jobs of this page');
};
name();
new MutationObserver(name).observe(document.body, { childList: true, subtree: true });

// Its charts: as high on a phone as elsewhere, and with the clock of the pages around. Their scripts run before this one, the charts themselves are made after it.
for (const canvas of document.querySelectorAll('#realtimeGraph, #historyGraph')) {
    const room = Object.assign(document.createElement('div'), { className: 'chart-room' });
    canvas.replaceWith(room);
    room.append(canvas);
}
if (window.Chart) Chart.defaults.global.maintainAspectRatio = false;
window.moment?.updateLocale('en', { longDateFormat: { LT: 'HH:mm', LTS: 'HH:mm:ss', L: 'YYYY-MM-DD', LL: 'YYYY-MM-DD', LLL: 'YYYY-MM-DD HH:mm', LLLL: 'YYYY-MM-DD HH:mm', ll: 'MMM D' } });

// They are drawn on canvas, where no sheet reaches.
const paint = isDark => {
    const ink = getComputedStyle(document.getElementById('footer')).color, line = ink.replace(/rgba?\(([^,]+,[^,]+,[^,)]+).*/, 'rgba($1, .25)');
    for (const graph of [window.Hangfire?.page?.realtimeGraph, window.Hangfire?.page?.historyGraph]) {
        if (!graph?._chart) continue;
        graph.changeDatasetColorScheme(isDark ? 'dark' : 'light');
        const { xAxes, yAxes } = graph._chart.options.scales;
        for (const axis of [...xAxes, ...yAxes]) [axis.ticks.fontColor, axis.gridLines.color] = [ink, line];
        graph._chart.update();
    }
};

// Hangfire knows the system's look alone. Its rules for the dark are switched by hand where another was chosen.
const around = parent === window ? null : parent.document;
const dark = '(prefers-color-scheme: dark)', system = matchMedia(dark);
const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).filter(rule => rule.media?.mediaText === dark);
const look = () => {
    const theme = (around ? around.documentElement.dataset.theme : document.cookie.match(/(?:^|; )theme=(\w+)/)?.[1]) ?? 'system';
    root.dataset.theme = theme;
    for (const rule of rules) rule.media.mediaText = { light: 'not all', dark: 'all' }[theme] ?? dark;
    paint(theme === 'dark' || (theme === 'system' && system.matches));
};
look();
window.jQuery?.(look);
system.addEventListener('change', look);
around?.addEventListener('themechange', look);
window.addEventListener('pagehide', () => around?.removeEventListener('themechange', look));
