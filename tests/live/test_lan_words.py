"""What is said of the firewall: for this computer's system, in the leader's language."""

import platform

import pytest

from verkostotyokalut.framework import LANGUAGES, Language
from verkostotyokalut.live.lan_words import firewall_words


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_system_has_its_own_advice(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = {}
    for system in ("Windows", "Darwin", "Linux", "FreeBSD"):
        monkeypatch.setattr(platform, "system", lambda system=system: system)
        said[system] = firewall_words(language, 8899)
    assert "Windows" in said["Windows"]
    assert "Mac" in said["Darwin"]
    assert "8899/tcp" in said["Linux"]
    assert said["FreeBSD"] == said["Linux"]
    assert len(set(said.values())) == 3
