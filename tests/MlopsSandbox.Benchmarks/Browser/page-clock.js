// Runs before a page's own scripts, and notes when the page lives and when it is drawn, in milliseconds from the start of the navigation.
(() => {
    if (window !== window.top) return;
    const times = window.pageTimes = { live: null, drawn: null, heading: null };
    const waits = () => document.querySelector('.drawing:not([data-drawn])')
        || [...document.querySelectorAll('.table-room')].some(table => !table.querySelector('tbody tr:not(.placeholder) th'))
        || [...document.querySelectorAll('iframe')].some(frame => frame.contentDocument?.readyState !== 'complete' || frame.contentDocument.URL === 'about:blank');
    const look = () => {
        if (!document.body?.hasAttribute('data-live')) return;
        times.live ??= performance.now();
        times.drawn = waits() ? null : times.drawn ?? performance.now();
        times.heading ??= document.querySelector('h1')?.innerText === times.awaited ? performance.now() : null;
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['data-live', 'data-drawn'] });
    document.addEventListener('load', look, true);

    // Opens a page of the menu, and answers with the milliseconds from the click until its heading stands there.
    window.clickInMenu = async (address, heading) => {
        const link = document.querySelector(`#menu a[href="${address}"]`);
        Object.assign(times, { awaited: heading, heading: null });
        const start = performance.now();
        link.click();
        while (times.heading === null) await new Promise(done => setTimeout(done, 5));
        return times.heading - start;
    };

    // Answers with the time of day, in milliseconds since 1970, at which a text stands in the page.
    window.seen = text => new Promise(done => {
        const look = () => {
            if (!document.querySelector('main').textContent.includes(text)) return;
            observer.disconnect();
            done(Date.now());
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { subtree: true, childList: true, characterData: true });
        look();
    });
})();
