// What Hangfire's pages lack within these: their language, what a box or a button without a word is for, and the look that was chosen around them.
const root = document.documentElement;
root.lang = 'en';
document.querySelector('.navbar-toggle')?.setAttribute('aria-label', 'Menu');

const name = () => {
    for (const box of document.querySelectorAll('input[type="checkbox"]:not([aria-label])')) box.setAttribute('aria-label', box.value && box.value !== 'on' ? `Job ${box.value}` : 'All jobs of this page');
};
name();
new MutationObserver(name).observe(document.body, { childList: true, subtree: true });

// Hangfire knows the system's look alone. Its rules for the dark are switched by hand where another was chosen.
const around = parent === window ? null : parent.document;
const dark = '(prefers-color-scheme: dark)';
const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).filter(rule => rule.media?.mediaText === dark);
const look = () => {
    const theme = (around ? around.documentElement.dataset.theme : document.cookie.match(/(?:^|; )theme=(\w+)/)?.[1]) ?? 'system';
    root.dataset.theme = theme;
    for (const rule of rules) rule.media.mediaText = { light: 'not all', dark: 'all' }[theme] ?? dark;
};
look();
around?.addEventListener('themechange', look);
window.addEventListener('pagehide', () => around?.removeEventListener('themechange', look));
