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

import nbformat
import pytest

ROOT = Path(__file__).parents[2]
CHROMIUM = next((path for path in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if path), None)
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
LONGEST = 90  # seconds that one step may take on a computer that is busy with other things
LONGEST_RUN = 600  # seconds that the cells of a notebook may take there
KERNEL_IS_IDLE = """() => {
    const context = window.jupyterapp?.shell?.currentWidget?.sessionContext;
    const kernel = context?.session?.kernel;
    return context?.isReady && kernel?.connectionStatus === 'connected' && kernel.status === 'idle';
}"""
WIDGETS_STAND = """() => {
    const shows = cell => cell.model.toJSON().outputs?.some(output => output.data?.[
        'application/vnd.jupyter.widget-view+json']) && /explore[.]\\w+[(]/.test(cell.model.sharedModel.getSource());
    const cells = window.jupyterapp.shell.currentWidget.content.widgets.filter(shows);
    return cells.every(cell => cell.node.querySelector('.explore-panel'));
}"""
ALL_CELLS_RAN = """() => {
    const cells = window.jupyterapp.shell.currentWidget.content.widgets.filter(cell => cell.model.type === 'code');
    return cells.every(cell => cell.model.executionCount !== null);
}"""
IS_SETTLED = "() => document.querySelector('.explore-panel[data-waiting]') === null"
OUTPUTS = """() => window.jupyterapp.shell.currentWidget.content.model.toJSON().cells
    .flatMap(cell => cell.outputs ?? [])"""
CONTRAST = """panel => {
    const luminance = colour => colour.match(/[\\d.]+/g).slice(0, 3)
        .map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
    let ground = panel;
    while (/, 0\\)|transparent/.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
    const [a, b] = [getComputedStyle(panel).color, getComputedStyle(ground).backgroundColor].map(luminance);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}"""
SETTINGS = {
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "notebook-extension/tracker": {"windowingMode": "none"},  # every cell is in the page, whatever is in sight
}


def pytest_collection_modifyitems(items):
    if CHROMIUM is None:
        skipped = pytest.mark.skip(reason="no Chromium; on Debian: apt-get install chromium")
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(skipped)


class Browser:
    """A page of JupyterLab, with the addresses that it asked for and what stood as an error on its console."""

    def __init__(self, page, address, folder):
        self.page, self.address, self.folder = page, address, folder
        self.requests, self.errors = [], []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("websocket", lambda socket: self.requests.append(socket.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        page.on("dialog", lambda dialog: dialog.accept())  # that leaving loses what a notebook shows

    def open(self, notebook):
        """Open a notebook with a kernel of its own, ready to run."""
        self.page.goto(f"{self.address}/lab/tree/{self.folder}/notebooks/{notebook}.ipynb?reset")
        self.is_idle()

    def is_idle(self):
        """Wait until a kernel is there and at rest."""
        self.page.wait_for_function(KERNEL_IS_IDLE)

    def settle(self):
        """Wait until no widget waits for an answer of the kernel, or for a pause in typing."""
        self.page.wait_for_function(IS_SETTLED)

    def run_all(self):
        """Run every cell to the end, until the widgets stand; gives the cells' outputs."""
        self.command("notebook:run-all-cells")
        self.page.wait_for_function(ALL_CELLS_RAN, timeout=LONGEST_RUN * 1000)
        self.is_idle()
        self.page.wait_for_function(WIDGETS_STAND)
        self.settle()
        return self.page.evaluate(OUTPUTS)

    def restart(self):
        """Restart the kernel and forget what the cells gave, as a person does before running everything again.

        What JupyterLab itself asked the kernel meanwhile is cancelled, which it says as errors of its own.
        """
        self.page.evaluate("window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
        self.is_idle()
        self.errors = [error for error in self.errors if "Canceled future for" not in error]
        self.command("notebook:clear-all-cell-outputs")

    def command(self, name, **options):
        """Give JupyterLab a command."""
        self.page.evaluate(
            "([name, options]) => window.jupyterapp.commands.execute(name, options).then(() => null)", [name, options]
        )

    def load_in(self, theme):
        """Load the page anew in a theme of JupyterLab."""
        from playwright.sync_api import expect

        self.command("apputils:change-theme", theme=theme)
        light = str(theme.endswith("Light")).lower()
        expect(self.page.locator("body")).to_have_attribute("data-jp-theme-light", light)
        self.page.reload()
        expect(self.page.locator("body")).to_have_attribute("data-jp-theme-light", light)
        self.is_idle()

    def widget(self, call):
        """Give the widget that a cell's code, which holds ``call``, has put beneath it."""
        code = self.page.locator(".jp-InputArea-editor", has_text=call)
        return self.page.locator(".jp-CodeCell", has=code).locator(".explore-panel")

    def contrast(self, call):
        """Give the contrast ratio of a widget's text to its ground, which WCAG wants to be 4.5 at least."""
        return self.widget(call).evaluate(CONTRAST)

    def requests_elsewhere(self):
        """Give the addresses asked for that are not on this computer."""
        here = (self.address, self.address.replace("http", "ws", 1), "data:", "blob:")
        return [url for url in self.requests if not url.startswith(here)]

    def close(self):
        """End the kernels and close the page."""
        self.page.evaluate("window.jupyterapp?.serviceManager.sessions.shutdownAll()")
        self.page.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """The folder that the server serves; each file of tests has a project of its own in it."""
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="module")
def project(request, served):
    """A copy of the notebooks and the default study, to be changed at will."""
    folder = served / request.module.__name__.rpartition(".")[2]
    for name in ("notebooks", "seeds"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(".analysis", ".ipynb_checkpoints"))
    return folder


@pytest.fixture(scope="module")
def write_notebook(project):
    """Write a notebook of so many cells of code into the project."""

    def write(name, *cells):
        made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
        made.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
        nbformat.write(made, project / "notebooks" / f"{name}.ipynb")

    return write


@pytest.fixture(scope="session")
def lab(served, tmp_path_factory):
    """The address of a JupyterLab server on what is served, with settings of its own."""
    home = tmp_path_factory.mktemp("jupyter")
    for name, settings in SETTINGS.items():
        path = home / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(settings))
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
             "--ServerApp.port_retries=0", "--IdentityProvider.token=", f"--notebook-dir={served}",
             "--LabApp.expose_app_in_browser=True"],
            env=os.environ | own, stderr=log,
        )  # fmt: skip
        try:
            _wait_for(f"http://127.0.0.1:{port}", server, home / "lab.log")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=LONGEST)


def _wait_for(url, server, log):
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"{url}/api/status", timeout=1).close()
            return
        except OSError:
            assert server.poll() is None, log.read_text()
            time.sleep(0.5)
    raise AssertionError(log.read_text())


@pytest.fixture(scope="session")
def context(tmp_path_factory):
    """A browser with a profile of its own."""
    from playwright.sync_api import expect, sync_playwright

    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"), executable_path=CHROMIUM, headless=True, args=FLAGS,
            viewport={"width": 1300, "height": 1400},
        )  # fmt: skip
        context.set_default_timeout(LONGEST * 1000)
        expect.set_options(timeout=LONGEST * 1000)
        yield context
        context.close()


@pytest.fixture(scope="module")
def open_browser(lab, context, project):
    """Open one more page of the browser on the server, to be closed with its kernels when the file is through."""

    def open_one():
        open_one.opened.append(Browser(context.new_page(), lab, project.name))
        return open_one.opened[-1]

    open_one.opened = []
    yield open_one
    for browser in open_one.opened:
        browser.close()


@pytest.fixture(scope="module")
def browser(open_browser):
    """A page of the browser on the server."""
    return open_browser()


@pytest.fixture(autouse=True)
def in_peace(open_browser):
    """Hold every test to this: no page asks for anything elsewhere or has an error on its console."""
    yield
    told = [(browser.requests_elsewhere(), browser.errors.copy()) for browser in open_browser.opened]
    for browser in open_browser.opened:
        browser.requests.clear()
        browser.errors.clear()
    assert told == [([], [])] * len(told)
