"""A real JupyterLab server on this computer alone, and a real browser on it that notes what it is asked for."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHROMIUM = next((path for path in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if path), None)
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
KERNEL_IS_IDLE = """() => {
    const context = window.jupyterapp?.shell?.currentWidget?.sessionContext;
    const kernel = context?.session?.kernel;
    return context?.isReady && kernel?.connectionStatus === 'connected' && kernel.status === 'idle';
}"""
ALL_CELLS_RAN = """() => {
    const cells = window.jupyterapp.shell.currentWidget.content.widgets.filter(cell => cell.model.type === 'code');
    return cells.every(cell => cell.model.executionCount !== null);
}"""
OUTPUTS = """() => window.jupyterapp.shell.currentWidget.content.model.toJSON().cells
    .flatMap(cell => cell.outputs ?? [])"""


def pytest_collection_modifyitems(items):
    if CHROMIUM is None:
        skipped = pytest.mark.skip(reason="no Chromium; on Debian: apt-get install chromium")
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(skipped)


class Browser:
    """A page of JupyterLab, with the addresses that it asked for and what stood as an error on its console."""

    def __init__(self, page, address):
        self.page, self.address = page, address
        self.requests, self.errors = [], []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("websocket", lambda socket: self.requests.append(socket.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)

    def open(self, notebook):
        """Open a notebook with a kernel of its own, ready to run."""
        self.page.goto(f"{self.address}/lab/tree/notebooks/{notebook}.ipynb?reset")
        self.page.wait_for_function(KERNEL_IS_IDLE, timeout=120_000)

    def run_all(self):
        """Run every cell to the end; gives their outputs."""
        self.command("notebook:run-all-cells")
        self.page.wait_for_function(ALL_CELLS_RAN, timeout=240_000)
        self.page.wait_for_function(KERNEL_IS_IDLE, timeout=120_000)
        return self.page.evaluate(OUTPUTS)

    def restart(self):
        """Restart the kernel and forget what the cells gave, as a person does before running everything again."""
        self.page.evaluate("window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
        self.page.wait_for_function(KERNEL_IS_IDLE, timeout=120_000)
        self.command("notebook:clear-all-cell-outputs")

    def command(self, name):
        """Give JupyterLab a command."""
        self.page.evaluate("name => window.jupyterapp.commands.execute(name)", name)

    def requests_elsewhere(self):
        """Give the addresses asked for that are not on this computer."""
        here = (self.address, self.address.replace("http", "ws", 1), "data:", "blob:")
        return [url for url in self.requests if not url.startswith(here)]


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of the notebooks and the default study, to be changed at will."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("notebooks", "seeds"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(".analysis", ".ipynb_checkpoints"))
    return folder


@pytest.fixture(scope="module")
def lab(project, tmp_path_factory):
    """The address of a JupyterLab server on the project, with settings of its own."""
    home = tmp_path_factory.mktemp("jupyter")
    news = home / "settings" / "@jupyterlab" / "apputils-extension"
    news.mkdir(parents=True)
    (news / "notification.jupyterlab-settings").write_text(json.dumps({"fetchNews": "false", "checkForUpdates": False}))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folders = ("CONFIG_DIR", "DATA_DIR", "RUNTIME_DIR")
    own = {f"JUPYTER_{name}": str(home / name) for name in folders} | {
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"), "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        "IPYTHONDIR": str(home / "ipython"),
    }  # fmt: skip
    with (home / "lab.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}",
             "--ServerApp.port_retries=0", "--IdentityProvider.token=", f"--notebook-dir={project}",
             "--LabApp.expose_app_in_browser=True"],
            env=os.environ | own, stderr=log,
        )  # fmt: skip
        try:
            _wait_for(f"http://127.0.0.1:{port}", server, home / "lab.log")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=30)


def _wait_for(url, server, log):
    for _ in range(240):
        try:
            urllib.request.urlopen(f"{url}/api/status", timeout=1).close()
            return
        except OSError:
            assert server.poll() is None, log.read_text()
            time.sleep(0.5)
    raise AssertionError(log.read_text())


@pytest.fixture(scope="module")
def context(tmp_path_factory):
    """A browser with a profile of its own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"), executable_path=CHROMIUM, headless=True, args=FLAGS,
            viewport={"width": 1300, "height": 1400},
        )  # fmt: skip
        yield context
        context.close()


@pytest.fixture(scope="module")
def browser(lab, context):
    """A page of the browser on the server."""
    return Browser(context.pages[0], lab)
