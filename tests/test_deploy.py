"""What ``deploy/`` says agrees with itself and with the program."""

import runpy
from pathlib import Path
from typing import Any

import yaml
from traitlets.config import Config

from verkostotyokalut.live.database import VARIABLE as DATABASE
from verkostotyokalut.widgets.leader.join_address import VARIABLE as JOIN

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"


def manifests() -> dict[str, Any]:
    text = (DEPLOY / "participants.yaml").read_text(encoding="utf-8")
    return {one["kind"]: one for one in yaml.safe_load_all(text)}


def configuration(monkeypatch: Any) -> Config:
    """Return what the participants' servers are configured to."""
    made = Config()
    monkeypatch.setenv("VERKOSTO_BASE_URL", "/")
    runpy.run_path(str(DEPLOY / "participants_config.py"), {"get_config": lambda: made})
    return made


def test_the_service_leads_to_the_page_that_the_server_has(monkeypatch: Any) -> None:
    found = manifests()
    (container,) = found["Deployment"]["spec"]["template"]["spec"]["containers"]
    (port,) = container["ports"]
    assert port["containerPort"] == configuration(monkeypatch).ServerApp.port
    assert (ROOT / container["args"][-1].removeprefix("--config=")).is_file()
    for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
        assert container[probe]["httpGet"] == {"path": "/verkosto/", "port": port["name"]}
    (service,) = found["Service"]["spec"]["ports"]
    assert service["targetPort"] == port["name"]
    (rule,) = found["Ingress"]["spec"]["rules"]
    (path,) = rule["http"]["paths"]
    assert path["backend"]["service"]["name"] == found["Service"]["metadata"]["name"]
    assert path["path"] == "/verkosto", "nothing of Jupyter's own is reached from outside"
    labels = found["Deployment"]["spec"]["template"]["metadata"]["labels"]
    for kind in ("Service", "PodDisruptionBudget"):
        selector = found[kind]["spec"]["selector"]
        assert selector.get("matchLabels", selector).items() <= labels.items()


def test_leaders_and_participants_share_a_database_and_an_address() -> None:
    hub = yaml.safe_load((DEPLOY / "hub-values.yaml").read_text(encoding="utf-8"))
    leaders = hub["singleuser"]
    found = manifests()
    (container,) = found["Deployment"]["spec"]["template"]["spec"]["containers"]
    variables = {one["name"]: one for one in container["env"]}
    assert variables[DATABASE]["valueFrom"] == leaders["extraEnv"][DATABASE]["valueFrom"]
    (rule,) = found["Ingress"]["spec"]["rules"]
    assert leaders["extraEnv"][JOIN] == f"https://{rule['host']}/"
    image = leaders["image"]
    assert container["image"] == f"{image['name']}:{image['tag']}"
    assert leaders["storage"]["homeMountPath"] != container["workingDir"], "it hides the image's"
    page = leaders["defaultUrl"].removeprefix("/voila/render/")
    assert (ROOT / page).is_file()


def test_the_participants_servers_have_nothing_of_jupyters_own(monkeypatch: Any) -> None:
    made = configuration(monkeypatch).ServerApp
    assert made.jpserver_extensions == {"verkostotyokalut.server": True}
    assert made.terminals_enabled is False
    provisioner = configuration(monkeypatch).KernelProvisionerFactory.default_provisioner_name
    assert provisioner == "local-provisioner", "there are no kernels, and none waits"
    first, second = (configuration(monkeypatch).IdentityProvider.token for _ in range(2))
    assert len(first) == 64
    assert first != second
