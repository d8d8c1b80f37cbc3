"""What holds for every test: hypothesis' profiles, and no skipping in CI."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests import postgres

IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}

# No deadlines: a slow machine is no bug. In CI the same examples every time, so that a run that
# fails, fails again; new examples are looked for at the desk.
settings.register_profile("dev", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if IN_CI else "dev")


def map_van_de_ronde(config: pytest.Config) -> Path:
    """Return the folder that all processes of this run share."""
    eigen: Path = config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
    return eigen.parent if hasattr(config, "workerinput") else eigen


# Runs before the terminal reporter closes the run; with xdist that is in the main process, which
# holds the reports of all workers.
@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a test that was skipped has shown nothing, so it fails the run."""
    if not hasattr(session.config, "workerinput"):
        postgres.sluit(map_van_de_ronde(session.config))
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if IN_CI and reporter is not None and "skipped" in reporter.stats and not session.exitstatus:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what was skipped, above pytest's closing line."""
    skipped = terminalreporter.stats.get("skipped", [])
    if not (IN_CI and skipped):
        return
    terminalreporter.section("in CI a skipped test fails the run", red=True)
    for report in skipped:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        terminalreporter.line(f"{report.nodeid}: {reason}")
