"""The participants' pages: open to anybody, in the person's language, and nothing else is."""

import json
import re
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import pytest
from sqlalchemy import update
from tornado.httpclient import AsyncHTTPClient, HTTPResponse

from tests.serving import Server
from verkostotyokalut.framework import instrument
from verkostotyokalut.live import Action
from verkostotyokalut.live.codes import spaced
from verkostotyokalut.live.schema import session as table

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


async def get(server: Server, path: str, **headers: str) -> HTTPResponse:
    return await AsyncHTTPClient().fetch(
        server.base + path,
        headers={name.replace("_", "-"): value for name, value in headers.items()},
        follow_redirects=False,
        raise_error=False,
        decompress_response=False,
    )


def page_data(response: HTTPResponse) -> dict[str, object]:
    found = re.search(r'id="verkosto-data">(.*?)</script>', response.body.decode())
    assert found
    return dict(json.loads(found[1]))


def trouble(response: HTTPResponse) -> str:
    found = re.search(r'role="alert" id="trouble">(.*?)</p>', response.body.decode())
    return found[1] if found else ""


async def test_the_page_that_asks_for_the_code(server: Server) -> None:
    response = await get(server, "verkosto/")
    assert response.code == 200
    words = response.body.decode()
    assert '<html lang="fi">' in words
    assert "Liity työpajaan" in words
    assert trouble(response) == ""


@pytest.mark.parametrize("path", ["verkosto/", "verkosto/l/{code}", "verkosto/l/EEEEEE"])
async def test_pages_are_shut_tight(server: Server, path: str) -> None:
    response = await get(server, path.format(code=server.session.code))
    headers = response.headers
    assert headers.get_list("Content-Security-Policy") == [POLICY]
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in headers
    words = response.body.decode()
    assert not re.search(r"<script(?![^>]*(src=|application/json))", words)
    assert not re.search(r"\son\w+=|<style|\sstyle=", words)
    assert server.token not in words


async def test_the_participants_page(server: Server) -> None:
    session = server.new(Action.START)
    response = await get(server, f"verkosto/l/{session.code}")
    assert response.code == 200
    data = page_data(response)
    assert set(data) == {"code", "storage", "language", "texts", "state"}
    assert (data["code"], data["language"]) == (session.code, "fi")
    assert data["storage"] == f"verkosto:/:{session.code}"
    state = data["state"]
    assert isinstance(state, dict)
    assert state["instrument"] == json.loads(json.dumps(instrument("ydinelementit").public()))
    assert (state["stage"], state["step"], state["round"]) == ("collecting", 1, 1)
    assert state["results"] is None
    assert session.id not in response.body.decode()


async def test_everything_that_a_page_names_is_there(server: Server) -> None:
    session = server.new(Action.START)
    words = (await get(server, f"verkosto/l/{session.code}")).body.decode()
    words += (await get(server, "verkosto/")).body.decode()
    files = set(re.findall(r'(?:src|href)="/(verkosto/static/[^"]+)"', words))
    names = {file.split("/", 3)[3] for file in files}
    assert names == {"tokens.css", "join_page.css", "phone.css", "phone.js", "kinds/scale.js"}
    for file in files:
        response = await get(server, file)
        assert response.code == 200, file


async def test_a_page_brings_the_kind_that_is_asked(server: Server) -> None:
    """After the page's own file, whose modules it needs."""
    for session, files in (
        (server.new(), ["phone.js"]),
        (server.new(Action.START), ["phone.js", "kinds/scale.js"]),
    ):
        words = (await get(server, f"verkosto/l/{session.code}")).body.decode()
        found = re.findall(r'<script type="module" src="/verkosto/static/[^/]+/([^"]+)"', words)
        assert found == files


@pytest.mark.parametrize("typed", ["{lower}", "{spaced}", "{lower_spaced}", " {code} ", "{dashed}"])
async def test_a_code_typed_in_any_way_leads_to_its_session(server: Server, typed: str) -> None:
    code = server.session.code
    half = spaced(code)
    words = typed.format(
        code=code,
        lower=code.lower(),
        spaced=half,
        lower_spaced=half.lower(),
        dashed=half.replace(" ", "-"),
    )
    response = await get(server, f"verkosto/?code={quote(words)}")
    assert (response.code, response.headers["Location"]) == (302, f"/verkosto/l/{code}")
    response = await get(server, f"verkosto/l/{quote(words)}")
    assert (response.code, response.headers["Location"]) == (302, f"/verkosto/l/{code}")
    assert (await get(server, f"verkosto/l/{code}/")).code == 200


async def test_what_is_not_a_code_is_told(server: Server) -> None:
    response = await get(server, "verkosto/?code=K7M")
    assert response.code == 400
    assert trouble(response).startswith("Koodissa on kuusi kirjainta tai numeroa")
    assert 'value="K7M"' in response.body.decode()


async def test_an_unknown_code_is_told(server: Server) -> None:
    response = await get(server, "verkosto/l/EEEEEE")
    assert response.code == 404
    assert trouble(response).startswith("Tällä koodilla ei ole työpajaa")
    assert 'value="EEE EEE"' in response.body.decode()


async def test_a_workshop_that_has_ended_is_told(server: Server) -> None:
    session = server.new(Action.START, Action.CLOSE)
    response = await get(server, f"verkosto/l/{session.code}")
    assert response.code == 410
    assert trouble(response) == "Tämä työpaja on päättynyt. Kiitos osallistumisesta!"


async def test_an_expired_code_is_told(server: Server) -> None:
    session = server.new(Action.START)
    past = datetime.now(UTC) - timedelta(minutes=1)
    with server.db.write() as connection:
        connection.execute(update(table).where(table.c.id == session.id).values(expires=past))
    response = await get(server, f"verkosto/l/{session.code}")
    assert response.code == 410
    assert trouble(response).startswith("Tämä koodi ei ole enää käytössä")


@pytest.mark.parametrize(
    ("query", "accepted", "language"),
    [
        ("", "", "fi"),
        ("", "sv-FI,sv;q=0.9,en;q=0.8", "sv"),
        ("", "de-DE,de;q=0.9,en;q=0.5", "en"),
        ("", "de", "fi"),
        ("?kieli=sv", "", "sv"),
        ("?kieli=en", "sv", "en"),
        ("?kieli=%3Cscript%3E", "sv", "sv"),
        ("?kieli=", "en", "en"),
    ],
)
async def test_pages_speak_the_persons_language(
    server: Server, query: str, accepted: str, language: str
) -> None:
    for path in ("verkosto/", "verkosto/l/EEEEEE"):
        response = await get(server, path + query, Accept_Language=accepted)
        assert f'<html lang="{language}">' in response.body.decode()


async def test_a_chosen_language_is_kept_on_the_way(server: Server) -> None:
    code = server.session.code
    response = await get(server, "verkosto/?kieli=sv")
    assert '<input type="hidden" name="kieli" value="sv">' in response.body.decode()
    response = await get(server, f"verkosto/?kieli=sv&code={code.lower()}", Accept_Language="fi")
    assert response.headers["Location"] == f"/verkosto/l/{code}?kieli=sv"
    page = await get(server, f"verkosto/l/{code}?kieli=sv")
    assert page_data(page)["language"] == "sv"
    ended = server.new(Action.CLOSE)
    response = await get(server, f"verkosto/l/{ended.code}?kieli=sv")
    assert '<html lang="sv">' in response.body.decode()
    assert "Tack" in trouble(response)


@pytest.mark.parametrize(
    "typed",
    [
        "</script><script>alert(1)</script>",
        "x" * 3000,
        '"><img src=x onerror=alert(1)>',
        "'\"<b>&amp;",
    ],
)
async def test_what_is_typed_never_becomes_part_of_the_page(server: Server, typed: str) -> None:
    for path in (
        f"verkosto/?code={quote(typed, safe='')}",
        f"verkosto/l/{quote(typed, safe='')}",
    ):
        response = await get(server, path)
        words = response.body.decode()
        assert response.code in {400, 404}
        assert words.count("<script") == words.count("</script") == 0
        assert "<img" not in words
        assert "<b>" not in words


def test_page_data_cannot_end_its_script() -> None:
    from verkostotyokalut.server.pages import _script_data

    data = {"x": "</script><!-- & \u2028\u2029 ]]>", "å": ["<", {"&": ">"}]}
    words = str(_script_data(data))
    assert not set(words) & set("<>&\u2028\u2029")
    assert json.loads(words) == data


@pytest.mark.parametrize(
    "path",
    [
        "api/kernels",
        "api/contents",
        "api/contents/notebooks",
        "api/sessions",
        "api/status",
        "api/me",
        "api/terminals",
        "lab",
        "lab/tree/notebooks",
        "files/pyproject.toml",
        "voila",
        "voila/render/notebooks/ohjaamo.ipynb",
        "voila/render/notebooks/valkokangas.ipynb",
        "nbconvert/html/notebooks/ohjaamo.ipynb",
        "metrics",
    ],
)
async def test_nothing_else_is_open_without_the_token(server: Server, path: str) -> None:
    response = await get(server, path)
    assert response.code in {302, 403}, path
    if response.code == 302:
        assert response.headers["Location"].startswith("/login")
    assert server.session.code not in response.body.decode()


@pytest.mark.parametrize("path", ["verkosto/l", "verkosto/x", "verkosto/static", "verkosto/l/A/B"])
async def test_no_page_is_there_that_is_not_meant(server: Server, path: str) -> None:
    assert (await get(server, path)).code == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
async def test_pages_can_only_be_read(server: Server, method: str) -> None:
    response = await AsyncHTTPClient().fetch(
        server.base + "verkosto/",
        method=method,
        body=None if method == "DELETE" else "code=EEEEEE",
        raise_error=False,
    )
    assert response.code in {403, 405}
