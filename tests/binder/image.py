"""What a Binder build makes, without an engine for images: ``python -m tests.binder.image FOLDER``.

repo2docker itself tells the steps and starts the server; only the place differs: a copy of the
checkout that is the home as well, and a bare virtual environment in place of conda's.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path

import repo2docker.buildpacks.base
from repo2docker.app import Repo2Docker
from repo2docker.buildpacks import BuildPack

ROOT = Path(__file__).resolve().parents[2]
ENTRYPOINT = Path(repo2docker.buildpacks.base.HERE) / "repo2docker-entrypoint"
# How this machine reaches the network and its packages; nothing else of it is let in.
NETWORK = re.compile(r"(PIP_\w+|\w+_proxy|SSL_CERT_\w+|REQUESTS_CA_BUNDLE)", re.IGNORECASE)


@dataclass(frozen=True)
class Image:
    """A built image.

    Attributes
    ----------
    plan
        What repo2docker makes of the checkout.
    home
        The checkout's copy, which is also the user's home.
    prefix
        The environment that all is installed into.
    """

    plan: BuildPack
    home: Path
    prefix: Path

    @property
    def environment(self) -> dict[str, str]:
        """The variables that an image has."""
        return {
            "PATH": f"{self.prefix}/bin:{self.home}/.local/bin:/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self.home),
            "REPO_DIR": str(self.home),
            "NB_PYTHON_PREFIX": str(self.prefix),
            "KERNEL_PYTHON_PREFIX": str(self.prefix),
            "USER": "jovyan",
            "NB_USER": "jovyan",
            "SHELL": "/bin/bash",
            "LC_ALL": "C.UTF-8",
            "PYTHONUNBUFFERED": "1",
        }

    def run(self, script: str) -> str:
        """Do one step of the build, and return what it printed."""
        network = {name: value for name, value in os.environ.items() if NETWORK.fullmatch(name)}
        done = subprocess.run(
            ["bash", "-c", script],
            cwd=self.home,
            env={**network, **self.environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if done.returncode:
            raise RuntimeError(f"{script}\n{done.stdout}")
        return done.stdout


def build(folder: Path) -> Image:
    """Do what repo2docker does with this checkout, into an empty folder."""
    home = folder / "home" / "jovyan"
    _copy_checkout(home)
    with chdir(home):
        tool = Repo2Docker()
        packs = (pack(tool.base_image) for pack in tool.buildpacks)
        plan = next(pack for pack in packs if pack.detect())
        steps = [*plan.get_preassemble_scripts(), *plan.get_assemble_scripts()]
        last = plan.get_post_build_scripts()
    image = Image(plan, home, folder / "environment")
    subprocess.run([_python(plan.python_version), "-m", "venv", image.prefix], check=True)
    for _user, script in steps:
        # The next test has use for pip's cache, and none for files compiled to start faster later.
        image.run(script.replace("--no-cache-dir", f"--no-compile --cache-dir '{_pip_cache()}'"))
    for script in last:
        image.run(f"chmod +x {script} && ./{script}")
    return image


@contextmanager
def started(
    image: Image, log: Path, *, base_url: str, port: int, token: str
) -> Iterator[subprocess.Popen[bytes]]:
    """Open the image as BinderHub does, with its arguments and its variables."""
    start = image.plan.get_start_script().replace("${REPO_DIR}", str(image.home))
    command = [
        "jupyter-lab",
        "--ip=0.0.0.0",
        f"--port={port}",
        f"--NotebookApp.base_url={base_url}",
        f"--NotebookApp.token={token}",
        "--NotebookApp.trust_xheaders=True",
        "--NotebookApp.allow_origin=*",
        "--NotebookApp.allow_origin_pat=.*",
        *(["--allow-root"] if os.geteuid() == 0 else []),
    ]
    variables = {
        **image.environment,
        "JUPYTERHUB_SERVICE_PREFIX": base_url,
        "JUPYTERHUB_USER": base_url.strip("/").rpartition("/")[2],
        "BINDER_LAUNCH_HOST": "https://mybinder.org/",
        "BINDER_REPO_URL": "https://github.com/maija/verkko",
        "R2D_ENTRYPOINT": start,
    }
    with log.open("wb") as told:
        process = subprocess.Popen(
            [image.prefix / "bin" / "python3", "-u", ENTRYPOINT, *command],
            cwd=image.home,
            env=variables,
            stdout=told,
            stderr=told,
        )
        try:
            yield process
        finally:
            process.terminate()
            process.wait(30)


def _copy_checkout(home: Path) -> None:
    """Copy what git would: the files as they are here, and none that it ignores."""
    git = ["git", "-c", "safe.directory=*", "-C", ROOT, "ls-files", "-z"]
    listed = subprocess.run(
        [*git, "--cached", "--others", "--exclude-standard"], check=True, capture_output=True
    )
    for name in listed.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (home / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, home / name)


def _python(version: str) -> str:
    """Find a Python of a version; where there is none, another shows all but the lock's own."""
    found = shutil.which(f"python{version}")
    if found:
        seen = subprocess.run([found, "-c", "import ensurepip, venv"], capture_output=True)
        if seen.returncode == 0:
            return found
    return sys.executable


def _pip_cache() -> str:
    asked = subprocess.run(
        [sys.executable, "-m", "pip", "cache", "dir"], check=True, capture_output=True, text=True
    )
    return asked.stdout.strip()


if __name__ == "__main__":
    made = build(Path(sys.argv[1]).resolve())
    print(f"{made.plan.python_version}: {made.home}, {made.prefix}")
