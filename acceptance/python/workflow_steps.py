"""Takes the commands out of a workflow's file, as the service that runs it would.

usage: workflow_steps.py SERVICE FILE; writes JSON: a list of steps, each with a name, a folder and
the lines that one shell runs.
"""

import json
import sys

import yaml

service, file = sys.argv[1:]
with open(file, encoding="utf-8") as text:
    workflow = yaml.safe_load(text)

steps = []
if service == "github":
    (job,) = workflow["jobs"].values()
    folder = job.get("defaults", {}).get("run", {}).get("working-directory", ".")
    for step in job["steps"]:
        if "run" in step:
            steps.append({"name": step["name"], "folder": folder, "script": step["run"]})
elif service == "gitlab":
    for name, job in workflow.items():
        if not name.startswith("."):
            whole = {**workflow[job["extends"]], **job}
            (report,) = whole["artifacts"]["reports"].values()
            assert report == "gl-code-quality-report.json", report
            lines = whole["before_script"] + whole["script"]
            steps.append({"name": name, "folder": ".", "script": "\n".join(lines)})
else:
    for step in workflow["steps"]:
        # Where a pipeline is uploaded, `$$` stands for `$`.
        lines = "\n".join(step["commands"])
        assert "$" not in lines.replace("$$", ""), lines
        steps.append({"name": step["label"], "folder": ".", "script": lines.replace("$$", "$")})
json.dump(steps, sys.stdout)
