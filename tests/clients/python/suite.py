"""All Python cases against all targets, then the table."""

import anthropic_cases
import cohere_cases
import google_cases
import openai_cases
import operation_cases
import wire_cases
from checks import TARGETS, run

for target in TARGETS["openai"]:
    run("python openai", target["label"], openai_cases.cases_for(target), openai_cases.Api(target))
    if not target.get("translated"):
        run("python http", target["label"], wire_cases.CASES, target)
for target in TARGETS["anthropic"]:
    run("python anthropic", target["label"], anthropic_cases.cases_for(target), anthropic_cases.Api(target))
for target in TARGETS.get("google", []):
    run("python google", target["label"], google_cases.CASES, google_cases.Api(target))
for target in TARGETS["cohere"]:
    run("python cohere", target["label"], cohere_cases.CASES, cohere_cases.Api(target))
for target in TARGETS.get("operations", []):
    run("python operations", target["label"], operation_cases.cases_for(target), operation_cases.Api(target))
for target in TARGETS.get("behind cohere", []):
    run("python others", target["label"], cohere_cases.OTHERS, cohere_cases.Others(target))
if "table" in TARGETS:
    from table import run_table
    run_table(TARGETS["table"])
