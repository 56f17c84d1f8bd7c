"""A plugin of pytest that writes what became of each case."""

import json
import os

import pytest

OUTCOMES: dict[str, dict[str, str]] = {}


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    report = (yield).get_result()
    known = OUTCOMES.setdefault(
        item.nodeid, {"outcome": "passed", "function": item.originalname, "error": ""}
    )
    if report.outcome != "passed" and known["outcome"] == "passed":
        known["outcome"] = report.outcome
        if call.excinfo is not None:
            said = (str(call.excinfo.value).strip().splitlines() or [""])[0]
            known["error"] = f"{call.excinfo.typename}: {said}"


def pytest_collectreport(report):
    if report.failed:
        OUTCOMES[report.nodeid] = {
            "outcome": "failed",
            "function": "",
            "error": str(report.longrepr).strip().splitlines()[-1],
        }


def pytest_sessionfinish(session):
    with open(os.environ["OUTCOMES"], "w") as file:
        json.dump(OUTCOMES, file)
