// Asks the API as any program would, and hands over what it said.
const most = 20000;

export const ask = async address => {
    const began = performance.now();
    try {
        const answer = await fetch(address, { cache: 'no-store' });
        let body = await answer.text();
        try { body = JSON.stringify(JSON.parse(body), null, 2); } catch { /* it is no JSON, and is shown as it came */ }
        return { status: answer.status, body: body.slice(0, most), length: body.length, milliseconds: performance.now() - began, total: answer.headers.get('X-Total-Count') };
    } catch (failure) {
        return { status: 0, body: `The server cannot be reached: ${failure.message}`, length: 0, milliseconds: performance.now() - began, total: null };
    }
};
