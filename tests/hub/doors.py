"""What a participant must not open, tried from a participant's own page with all that it has."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from playwright.sync_api import Page

from .hub import Leader

# Under the leader's server. (Its /api and the hub's tell a version to anybody, and no more.)
READ = """
    lab tree voila voila/tree/ voila/render/notebooks/ohjaamo.ipynb voila/api/contents
    voila/files/kuva.png files/kuva.png view/kuva.png nbconvert/html/notebooks/ohjaamo.ipynb
    files/.local/share/verkostotyokalut/verkosto.sqlite files/notebooks/ohjaamo.py
    api/me api/status api/kernels api/kernels/{kernel} api/kernelspecs api/sessions api/terminals
    api/contents api/contents/notebooks api/config/notebook api/nbconvert api/spec.yaml metrics
    lab/api/settings lab/api/workspaces lab/api/extensions lsp/status
    verkosto/page/{kernel}
    verkosto/static/0/..%2f..%2f..%2fapi%2fkernels verkosto/l/..%2f..%2fapi%2fkernels
"""
WRITE = """
    POST:api/kernels POST:api/kernels/{kernel}/interrupt POST:api/kernels/{kernel}/restart
    POST:voila/api/shutdown/{kernel} DELETE:api/kernels/{kernel} POST:api/sessions
    POST:api/terminals POST:api/contents PUT:api/contents/uusi.txt POST:api/events POST:api/shutdown
    PATCH:api/me POST:verkosto/ POST:verkosto/l/{code}
"""
SOCKETS = """
    api/kernels/{kernel}/channels terminals/websocket/1 api/events/subscribe lsp/ws/python
"""
# Under the hub's root.
HUB = """
    hub/home hub/admin hub/token hub/spawn hub/user/{name}/ hub/metrics hub/api/info hub/api/user
    hub/api/users hub/api/users/{name} hub/api/proxy hub/api/services hub/user-redirect/lab
"""

REFUSED = {401, 403, 404, 405}
TRY = """async ({ reads, writes, sockets }) => {
    const xsrf = /(?:^|; )_xsrf=([^;]*)/.exec(document.cookie)?.[1] ?? "";
    const ask = async (method, url) => {
        const answer = await fetch(url, { method, headers: { "X-XSRFToken": xsrf } });
        return [`${method} ${url}`, answer.status, answer.url];
    };
    const connect = (url) => new Promise((tell) => {
        const socket = new WebSocket(url);
        socket.onopen = () => tell([`socket ${url}`, 101, url]);
        socket.onclose = () => tell([`socket ${url}`, 403, url]);
    });
    return Promise.all([
        ...reads.map((url) => ask("GET", url)),
        ...writes.map(([method, url]) => ask(method, url)),
        ...sockets.map(connect),
    ]);
}"""


def opened(page: Page, leader: Leader, *others: Leader, writing: bool = True) -> list[str]:
    """Try every door from a participant's page; return those that opened.

    Parameters
    ----------
    page
        The participant's page.
    leader
        Whose session it is; the server runs a kernel.
    others
        Other people on the same hub.
    writing
        Whether to try also what would change something.
    """
    (kernel, *_more) = leader.kernels()
    (leader.home / "kuva.png").write_bytes(b"not for everybody")
    names = {"kernel": kernel, "name": quote(leader.name), "code": page.url.rpartition("/")[2]}

    def under(root: str, paths: str) -> list[str]:
        return [root + path.format(**names) for path in paths.split()]

    reads = under(leader.base, READ) + under(f"{leader.hub.origin}/", HUB)
    for other in others:
        reads += under(other.base, "lab files/kuva.png api/kernels api/contents")
    writes = [door.split(":", 1) for door in under("", WRITE)] if writing else []
    results = page.evaluate(
        TRY,
        {
            "reads": reads,
            "writes": [[method, leader.base + path] for method, path in writes],
            "sockets": under(leader.base.replace("http", "ws", 1), SOCKETS),
        },
    )
    assert kernel in leader.kernels()
    assert not (leader.home / "uusi.txt").exists()
    return [
        f"{door}: {status} {end}"
        for door, status, end in results
        if status not in REFUSED and urlsplit(end).path.rpartition("/")[2] != "login"
    ]
